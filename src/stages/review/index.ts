import { z } from "zod";
import type { ErrorType } from "../../domain/error-type.ts";
import { ErrataError } from "../../foundation/errors.ts";
import { defineStage } from "../stage.ts";
import { applyDecisions, ReviewDecisions } from "./decisions.ts";
import { excludedNames, mergeByName } from "./rules.ts";

/** The run must wait for a person; carries what there is to review. */
export class ReviewNeededError extends ErrataError {
  override readonly name = "ReviewNeededError";
  readonly iteration: number;
  readonly errorTypes: readonly ErrorType[];

  constructor(iteration: number, errorTypes: readonly ErrorType[]) {
    super(`The error types of iteration ${iteration} wait for your review.`);
    this.iteration = iteration;
    this.errorTypes = errorTypes;
  }
}

const ReviewSettings = z.strictObject({
  /** Ask a person before going on. */
  waitForPerson: z.boolean().default(false),
  /** What the person decided, once the review is done. */
  decisions: ReviewDecisions.optional(),
});

/**
 * Error types as synthesis will use them: the manual review of the paper, as written rules and, when asked, by a
 * person who edits one file (papers' sections 1.4 and 5, point 8).
 *
 * Conservation: counted in keyphrases, as types are merged and split.
 */
export const review = defineStage({
  name: "review",
  version: 1,
  settings: ReviewSettings,
  reads: ["errorTypes"],
  mayRead: [],
  writes: ["reviewedErrorTypes"],
  uses: [],
  forecast: ({ read }) => ({ calls: [], leaves: { reviewedErrorTypes: read("errorTypes") } }),
  async run(context, { waitForPerson, decisions }) {
    const proposed = context.read("errorTypes");
    const isError = ({ name }: ErrorType) => !excludedNames.some((pattern) => pattern.test(name));
    const byRules = mergeByName(proposed.filter(isError));
    if (waitForPerson && !decisions) throw new ReviewNeededError(context.iteration, byRules);

    const reviewedErrorTypes = decisions ? mergeByName(applyDecisions(byRules, decisions)) : byRules;
    const before = countKeyphrases(proposed);
    const after = countKeyphrases(reviewedErrorTypes);
    return {
      artifacts: { reviewedErrorTypes },
      in: before,
      done: after,
      notDone: after < before ? { "in no error type that is kept": before - after } : {},
    };
  },
});

function countKeyphrases(types: readonly ErrorType[]): number {
  return new Set(types.flatMap(({ keyphrases }) => keyphrases)).size;
}
