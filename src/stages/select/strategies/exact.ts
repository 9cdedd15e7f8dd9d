import { scoreOf } from "../scores.ts";
import type { SelectionStrategy } from "../strategy.ts";
import { fitAbilities } from "./racing/abilities.ts";
import { chancesInPools } from "./racing/chances.ts";
import { tableOf } from "./racing/trial-table.ts";

/** Tries every candidate on every dev case (SEI eq. 4 and 5; papers' section 1.6). */
export const exact: SelectionStrategy = async ({ candidates, pools, devSet, tryOneShot }) => {
  const dev = await devSet();
  const cases = [...dev.bad, ...dev.good];
  const results = await tryOneShot(candidates.map((candidate) => ({ candidate, cases })));
  const chances = chancesInPools(pools, fitAbilities(tableOf(results, cases.length)).abilities);
  return {
    scored: candidates.flatMap((candidate, index) => {
      const right = results[index];
      return right ? [{ ...scoreOf(candidate, right, dev), chance: chances[index]! }] : [];
    }),
    remarks: [],
  };
};
