import { scoreWithoutTrials } from "../../scores.ts";
import type { SelectionStrategy } from "../../strategy.ts";
import { spreadOut } from "./spread-out.ts";
import { wordVectors } from "./word-vectors.ts";

/** Takes candidates that differ most from each other in their words; asks no model. Those taken first score highest. */
export const diversity: SelectionStrategy = async ({ candidates, pools }) => {
  const vectors = wordVectors(candidates.map(({ question, solution }) => `${question}\n${solution}`));
  const scores = candidates.map(() => 0);
  for (const pool of pools) {
    const taken = spreadOut(
      pool.candidates.map((candidate) => vectors[candidate]!),
      pool.keep,
    );
    for (const [place, index] of taken.entries()) {
      scores[pool.candidates[index]!] = 1 - place / pool.keep;
    }
  }
  return {
    scored: candidates.map((candidate, index) => scoreWithoutTrials(candidate, scores[index]!)),
    remarks: [],
  };
};
