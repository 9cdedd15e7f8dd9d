import { createRandom } from "../../../foundation/random.ts";
import { scoreWithoutTrials } from "../scores.ts";
import type { SelectionStrategy } from "../strategy.ts";

/** Draws by lot: the control of equal budget. */
export const random: SelectionStrategy = async ({ candidates, seed }) => {
  const { next } = createRandom(seed);
  return { scored: candidates.map((candidate) => scoreWithoutTrials(candidate, next())), remarks: [] };
};
