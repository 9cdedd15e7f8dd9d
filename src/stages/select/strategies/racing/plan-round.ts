import type { Random } from "../../../../foundation/random.ts";
import { type Abilities, logistic } from "./abilities.ts";
import { isMade, type TrialTable } from "./trial-table.ts";

/** Dev problems to try a candidate on. */
export interface PlannedTrials {
  candidate: number;
  devProblems: number[];
}

/** What is in doubt by less than this (as chance × (1 − chance)) is left as it is. */
const leastDoubt = 0.01;

/** Every candidate on as many dev problems, and every dev problem after about as many candidates. */
export function planFirstRound(table: TrialTable, perCandidate: number, random: Random): PlannedTrials[] {
  const order = random.shuffle(Array.from({ length: table.devProblems }, (_, dev) => dev));
  const count = Math.min(perCandidate, order.length);
  return Array.from({ length: table.candidates }, (_, candidate) => ({
    candidate,
    devProblems: Array.from({ length: count }, (_, at) => order[(candidate * count + at) % order.length]!),
  }));
}

/**
 * The candidates that are most in doubt, each on the dev problems that tell most about it: those that are neither easy nor
 * hard after it.
 *
 * @param chances one a candidate: how likely it is among the best
 * @param budget most trials
 */
export function planRound(
  table: TrialTable,
  { abilities, easiness }: Abilities,
  chances: readonly number[],
  { budget, perCandidate }: { budget: number; perCandidate: number },
): PlannedTrials[] {
  const inDoubt = chances
    .map((chance, candidate) => ({ candidate, doubt: chance * (1 - chance) }))
    .filter(({ doubt }) => doubt >= leastDoubt)
    .sort((a, b) => b.doubt - a.doubt || a.candidate - b.candidate);

  const planned: PlannedTrials[] = [];
  let left = budget;
  for (const { candidate } of inDoubt) {
    if (left <= 0) break;
    const informationOf = (dev: number) => {
      const probability = logistic(abilities[candidate]!.mean + easiness[dev]!);
      return probability * (1 - probability);
    };
    const devProblems = Array.from({ length: table.devProblems }, (_, dev) => dev)
      .filter((dev) => !isMade(table, candidate, dev))
      .map((dev) => ({ dev, information: informationOf(dev) }))
      .sort((a, b) => b.information - a.information || a.dev - b.dev)
      .slice(0, Math.min(perCandidate, left))
      .map(({ dev }) => dev);
    if (devProblems.length === 0) continue;
    planned.push({ candidate, devProblems });
    left -= devProblems.length;
  }
  return planned;
}
