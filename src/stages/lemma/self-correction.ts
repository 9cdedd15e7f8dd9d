import { z } from "zod";
import type { BenchmarkProblem } from "../../domain/evaluation.ts";
import { type PrefixContinuation, PrefixKind } from "../../domain/self-correction.ts";
import { attemptOf, gradeGeneration } from "../attempt-problems.ts";
import { countOutcomes, doneOutputs } from "../outcomes.ts";
import { defineStage, type Item, type StageContext } from "../stage.ts";
import { turnsBack } from "./turns-back.ts";

/** A problem with a beginning of its solution to go on from. */
interface Continuing {
  problem: BenchmarkProblem;
  kind: PrefixKind;
  prefix: string;
}

/**
 * Lets the current target model go on greedily from every forced prefix: whether it turns back, and how it ends. Takes a
 * target whose prompts are continued: one that is chatted with answers the beginning as a message.
 */
export const selfCorrection = defineStage({
  name: "self-correction",
  version: 1,
  settings: z.strictObject({ maxOutputTokens: z.int().positive().default(512) }),
  reads: ["benchmarkProblems", "forcedPrefixes"],
  mayRead: ["adapters"],
  writes: ["prefixContinuations"],
  uses: ["target", "template", "benchmarkGrader"],
  forecast(view, { maxOutputTokens }) {
    const count = PrefixKind.options.length * view.read("forcedPrefixes").rows;
    const once = ["forcedPrefixes", view.origin("adapters"), maxOutputTokens].join(" ");
    return {
      calls: [{ kind: "attempt", count, maxOutputTokens, once }],
      leaves: { prefixContinuations: { rows: count } },
    };
  },
  async run(context, { maxOutputTokens }) {
    const { target, template, benchmarkGrader } = context.services;
    const model = await target.withAdapter(context.read("adapters").at(-1) ?? null);
    const items = continuings(context).map((input): Item<Continuing> => {
      const { problem, kind, prefix } = input;
      return {
        id: `${problem.benchmark}/${problem.id}/${kind}`,
        key: [problem, kind, prefix, model.id, maxOutputTokens],
        input,
      };
    });
    const outcomes = await context.each(items, model.concurrency, async ({ problem, kind, prefix }) => {
      const prompt = template.prompt(problem.question) + template.completion(prefix);
      const generation = await model.generate(
        { prompt, maxOutputTokens, temperature: 0, stop: template.stop, problemId: problem.id },
        context.signal,
      );
      const whole = { ...generation, text: prefix + generation.text };
      return {
        benchmark: problem.benchmark,
        prefix: kind,
        turnsBack: turnsBack(generation.text),
        attempt: attemptOf(problem, generation, gradeGeneration(benchmarkGrader, whole, problem)),
      } satisfies PrefixContinuation;
    });
    return { artifacts: { prefixContinuations: doneOutputs(outcomes) }, ...countOutcomes(outcomes) };
  },
});

function continuings(context: StageContext): Continuing[] {
  const placeOf = (benchmark: string, problemId: string) => `${benchmark}/${problemId}`;
  const problems = new Map(
    context.read("benchmarkProblems").map((problem) => [placeOf(problem.benchmark, problem.id), problem]),
  );
  return context.read("forcedPrefixes").flatMap((forced) => {
    const problem = problems.get(placeOf(forced.benchmark, forced.problemId))!;
    return PrefixKind.options.map((kind) => ({ problem, kind, prefix: forced[kind] }));
  });
}
