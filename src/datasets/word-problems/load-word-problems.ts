import type { Problem } from "../../domain/problem.ts";
import { generateWordProblems } from "./generate-word-problems.ts";
import { evenMixture, outOfDomainMixture } from "./mixtures.ts";

type WordProblemSplit = "train" | "dev" | "test" | "test-out-of-domain";

/**
 * The first problems of a split of the embedded default. Splits share no question; the out-of-domain test holds wordings
 * and whole skills that occur nowhere else. The test splits are for evaluation alone.
 */
export function loadWordProblems(split: WordProblemSplit, count: number): Problem[] {
  const shared = { seed: split, count };
  return split === "test-out-of-domain"
    ? generateWordProblems({ ...shared, mixture: outOfDomainMixture, wordings: "held-out" })
    : generateWordProblems({ ...shared, mixture: evenMixture, wordings: "ordinary", split });
}
