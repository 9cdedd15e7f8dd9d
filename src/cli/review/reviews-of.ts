import { existsSync } from "node:fs";
import type { RunFolder } from "../../engine/run-folder.ts";
import type { RunStore } from "../../engine/run-store.ts";
import type { ReviewDecisions } from "../../stages/review/decisions.ts";
import { readReview } from "./read-review.ts";

/** What a person decided so far, by iteration: the review files of a run that are marked as reviewed. */
export function reviewsOf(
  folder: RunFolder,
  store: RunStore,
  iterations: number,
): Map<number, ReviewDecisions> {
  const reviews = new Map<number, ReviewDecisions>();
  for (let iteration = 1; iteration <= iterations; iteration++) {
    const file = folder.reviewFile(iteration);
    if (!existsSync(file)) continue;
    // A file that nobody has reviewed may be about error types of an earlier configuration.
    if (!readReview(file, null).reviewed) continue;
    reviews.set(iteration, readReview(file, knownKeyphrases(store, iteration)).errorTypes);
  }
  return reviews;
}

function knownKeyphrases(store: RunStore, iteration: number): ReadonlySet<string> | null {
  const types = store.artifacts(`method/${iteration}/cluster`, "errorTypes");
  return types.length === 0 ? null : new Set(types.flatMap(({ keyphrases }) => keyphrases));
}
