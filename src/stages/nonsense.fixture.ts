import { createRandom } from "../foundation/random.ts";
import type { ProblemDraft, VariationRequest } from "../instructors/instructor.ts";

/** A text of nonsense words: two of them are never alike. */
function nonsense(seed: string): string {
  const random = createRandom(seed);
  const word = () =>
    Array.from({ length: 4 }, () => random.pick(["ba", "do", "ki", "lu", "me", "no"])).join("");
  return `${Array.from({ length: 10 }, word).join(" ")}?`;
}

/** A novel problem whose arithmetic is right. */
export const goodDraft = (seed: string): ProblemDraft => ({
  question: nonsense(seed),
  solution: "3 + 4 = 7\n#### 7",
});

/** Novel problems whose arithmetic is right, as many as asked for. */
export const goodDrafts = ({ count, seed }: Pick<VariationRequest, "count" | "seed">): ProblemDraft[] =>
  Array.from({ length: count }, (_, item) => goodDraft(`${seed}/${item}`));
