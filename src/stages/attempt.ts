import { z } from "zod";
import { attemptEach } from "./attempt-problems.ts";
import { attemptedProblems } from "./attempted-problems.ts";
import { expectedAttempts } from "./forecast.ts";
import { countOutcomes, doneOutputs } from "./outcomes.ts";
import { defineStage } from "./stage.ts";

/**
 * Greedy attempts of the current target model at the seed problems, and where asked to at the synthetic problems of
 * earlier iterations, whose bad cases are then learnt from like those of the seeds.
 *
 * From the second iteration on the target carries the newest adapter, as in the authors' bad-case extraction
 * (SEI eq. 1; papers' section 1.2).
 */
export const attempt = defineStage({
  name: "attempt",
  version: 1,
  settings: z.strictObject({
    /** `seeds-and-synthetic`: also what earlier iterations wrote and kept (the paper's open question 2). */
    problems: z.enum(["seeds", "seeds-and-synthetic"]).default("seeds"),
    maxOutputTokens: z.int().positive().default(512),
  }),
  reads: ["seedProblems"],
  mayRead: ["adapters", "syntheticProblems"],
  unread: ({ problems }) => (problems === "seeds" ? ["syntheticProblems"] : []),
  writes: ["attempts"],
  uses: ["target", "template", "grader"],
  forecast(view, { problems, maxOutputTokens }) {
    const adapter = view.origin("adapters");
    const { calls, attempts } = expectedAttempts(view, {
      problems: "seedProblems",
      adapter,
      maxOutputTokens,
    });
    if (problems === "seeds") return { calls: [calls], leaves: { attempts } };
    const rows = view.countEvery("syntheticProblems");
    const bad = rows * view.rates.wrongAnswers;
    const once = `syntheticProblems ${adapter} ${maxOutputTokens}`;
    return {
      calls: [calls, { kind: "attempt", count: rows, maxOutputTokens, once }],
      leaves: {
        attempts: {
          rows: attempts.rows + rows,
          distinct: (attempts.distinct ?? attempts.rows) + rows,
          bad: attempts.bad + bad,
        },
      },
    };
  },
  async run(context, { problems, maxOutputTokens }) {
    const model = await context.services.target.withAdapter(context.read("adapters").at(-1) ?? null);
    const outcomes = await attemptEach(
      context,
      model,
      problems === "seeds" ? context.read("seedProblems") : attemptedProblems(context),
      maxOutputTokens,
    );
    return { artifacts: { attempts: doneOutputs(outcomes) }, ...countOutcomes(outcomes) };
  },
});
