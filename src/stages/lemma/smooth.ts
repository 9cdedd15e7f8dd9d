import { z } from "zod";
import type { Correction } from "../../domain/correction.ts";
import type { Problem } from "../../domain/problem.ts";
import { UnusableAnswerError } from "../../foundation/errors.ts";
import { countOutcomes, doneOutputs } from "../outcomes.ts";
import { defineStage, type Item } from "../stage.ts";
import { mistakesOf, requireEnding } from "./mistake-work.ts";

/**
 * The model-aware smooth reflection connection (papers' section 2.1): the instructor writes every continuation again so
 * that it follows from the target's own wrong beginning without a break. The beginning stays as it is.
 */
export const smooth = defineStage({
  name: "smooth",
  version: 1,
  settings: z.strictObject({}),
  reads: ["seedProblems", "fixes", "restarts"],
  mayRead: [],
  writes: ["smoothedCorrections"],
  uses: ["instructor", "grader"],
  forecast({ read, rates }) {
    const count = read("fixes").rows + read("restarts").rows;
    return {
      calls: [{ kind: "smooth", count }],
      leaves: { smoothedCorrections: { rows: count * rates.rightCorrections } },
    };
  },
  async run(context) {
    const { instructor, grader } = context.services;
    const mistakes = mistakesOf(instructor);
    const problems = new Map(context.read("seedProblems").map((problem) => [problem.id, problem]));
    const items = [...context.read("fixes"), ...context.read("restarts")].map(
      (correction): Item<{ correction: Correction; problem: Problem }> => {
        const problem = problems.get(correction.problemId)!;
        return {
          id: correction.id,
          key: [problem, correction, context.seed],
          input: { correction, problem },
        };
      },
    );
    const outcomes = await context.each(items, instructor.concurrency, async ({ correction, problem }) => {
      const { id, prefix, continuation } = correction;
      const text = continuation.trimStart();
      const separator = continuation.slice(0, continuation.length - text.length);
      const seed = `${context.seed}/${id}`;
      const smoothed = await mistakes.smooth({ problem, prefix, continuation: text, seed }, context.signal);
      if (smoothed.trim() === "") throw new UnusableAnswerError("the smoothed continuation is empty");
      const result = { ...correction, continuation: `${separator}${smoothed.trim()}` };
      requireEnding(grader, "right", prefix + result.continuation, problem);
      return result;
    });
    return { artifacts: { smoothedCorrections: doneOutputs(outcomes) }, ...countOutcomes(outcomes) };
  },
});
