import { z } from "zod";
import { attemptEach } from "./attempt-problems.ts";
import { countOutcomes } from "./outcomes.ts";
import { defineStage } from "./stage.ts";

/**
 * Greedy attempts of the current target model at the benchmarks (papers' section 1.8).
 *
 * The only stage that reads `benchmarkProblems`; nothing reads what it writes but the report.
 */
export const evaluate = defineStage({
  name: "evaluate",
  version: 1,
  settings: z.strictObject({ maxOutputTokens: z.int().positive().default(512) }),
  reads: ["benchmarkProblems"],
  mayRead: ["adapters"],
  writes: ["evaluatedProblems"],
  uses: ["target", "template", "benchmarkGrader"],
  async run(context, settings) {
    const model = await context.services.target.withAdapter(context.read("adapters").at(-1) ?? null);
    const problems = context.read("benchmarkProblems");
    const outcomes = await attemptEach(
      { ...context, services: { ...context.services, grader: context.services.benchmarkGrader } },
      model,
      problems,
      settings.maxOutputTokens,
      ({ benchmark, id }) => `${benchmark}/${id}`,
    );
    const evaluatedProblems = outcomes.flatMap((outcome, index) =>
      outcome.state === "done" ? [{ benchmark: problems[index]!.benchmark, attempt: outcome.output }] : [],
    );
    return { artifacts: { evaluatedProblems }, ...countOutcomes(outcomes) };
  },
});
