import { existsSync, writeFileSync } from "node:fs";
import type { RunFolder } from "../../engine/run-folder.ts";
import type { RunStore } from "../../engine/run-store.ts";
import type { ReviewNeededError } from "../../stages/review/index.ts";
import type { Environment } from "../environment.ts";
import { describeFailure } from "../failure.ts";
import { markReviewed, readReview } from "./read-review.ts";
import { typesToReview } from "./types-to-review.ts";
import { reviewText } from "./write-review.ts";

/**
 * Writes the review file, unless a person has begun one, and waits at the terminal until it is edited. False where
 * nobody is there or the person wants to do it later.
 */
export async function askForReview(
  { iteration, errorTypes, message }: ReviewNeededError,
  { folder, store }: { folder: RunFolder; store: RunStore },
  { errors, person }: Environment,
): Promise<boolean> {
  const file = folder.reviewFile(iteration);
  if (!existsSync(file)) {
    writeFileSync(file, reviewText(iteration, typesToReview(store, iteration, errorTypes)));
  }
  errors.write(`\n${message}\n`);
  const known = new Set(errorTypes.flatMap(({ keyphrases }) => keyphrases));
  while (await person?.confirm(`Edit and save ${file}. Go on with it?`)) {
    try {
      readReview(file, known);
      markReviewed(file);
      return true;
    } catch (error) {
      const { message, advice } = describeFailure(error);
      errors.write(`${message}\n${advice ?? ""}\n`);
    }
  }
  errors.write(`→ Edit ${file}, set \`reviewed: true\`, and run the same command again.\n`);
  return false;
}
