import type { Pool } from "../../choose.ts";
import type { Ability } from "./abilities.ts";
import { normalDistribution } from "./normal-distribution.ts";

/**
 * How likely each candidate is among the `keep` best: above a line that so many are expected to pass.
 *
 * @param keep how many are kept, between 0 and the number of abilities
 */
export function chancesToBeKept(abilities: readonly Ability[], keep: number): number[] {
  if (keep >= abilities.length) return abilities.map(() => 1);
  if (keep === 0) return abilities.map(() => 0);
  const chancesAbove = (line: number) =>
    abilities.map(({ mean, variance }) => normalDistribution((mean - line) / Math.sqrt(variance)));
  const expected = (line: number) => chancesAbove(line).reduce((sum, chance) => sum + chance, 0);

  const widest = 10 * Math.sqrt(Math.max(...abilities.map(({ variance }) => variance)));
  let low = Math.min(...abilities.map(({ mean }) => mean)) - widest;
  let high = Math.max(...abilities.map(({ mean }) => mean)) + widest;
  for (let halving = 0; halving < 60; halving++) {
    const middle = (low + high) / 2;
    if (expected(middle) > keep) low = middle;
    else high = middle;
  }
  return chancesAbove((low + high) / 2);
}

/** The same in every pool, by the index of the candidate. */
export function chancesInPools(pools: readonly Pool[], abilities: readonly Ability[]): number[] {
  const chances = abilities.map(() => 0);
  for (const { candidates, keep } of pools) {
    const ofPool = chancesToBeKept(
      candidates.map((candidate) => abilities[candidate]!),
      keep,
    );
    for (const [index, candidate] of candidates.entries()) chances[candidate] = ofPool[index]!;
  }
  return chances;
}

/** Share of the likeliest candidates of each pool, as many as are kept, that is expected not to be among the best. */
export function expectedError(pools: readonly Pool[], chances: readonly number[]): number {
  const chosen = pools.flatMap(({ candidates, keep }) =>
    candidates
      .map((candidate) => chances[candidate]!)
      .sort((a, b) => b - a)
      .slice(0, keep),
  );
  return chosen.reduce((sum, chance) => sum + 1 - chance, 0) / Math.max(1, chosen.length);
}
