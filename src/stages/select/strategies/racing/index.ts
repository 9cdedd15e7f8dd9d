import { scoreOf } from "../../scores.ts";
import type { SelectionStrategy } from "../../strategy.ts";
import { logistic } from "./abilities.ts";
import { expectedError } from "./chances.ts";
import { race } from "./race.ts";
import { countTrials, trialsOf } from "./trial-table.ts";

export interface RacingSettings {
  /** Most evaluations, as a share of all. */
  evaluations: number;
  /** Ends early where so small a share of the chosen is expected not to be among the best. */
  error: number;
}

/**
 * Tries candidates where it decides, on a part of the dev cases each (the papers' open question 3). A score is the share of
 * the dev set that the candidate is expected to solve, so that it compares with that of `exact`.
 */
export function createRacing({ evaluations, error }: RacingSettings): SelectionStrategy {
  return async ({ candidates, pools, seed, devSet, tryOneShot }) => {
    const dev = await devSet();
    const cases = [...dev.bad, ...dev.good];
    const settings = {
      candidates: candidates.length,
      devProblems: cases.length,
      pools,
      evaluations,
      error,
      seed,
    };
    const { table, abilities, easiness, chances, spread, lost } = await race(settings, (planned, round) =>
      tryOneShot(
        planned.map(({ candidate, devProblems }) => ({
          candidate: candidates[candidate]!,
          cases: devProblems.map((dev) => cases[dev]!),
          round,
        })),
      ),
    );
    const made = countTrials(table);
    const all = candidates.length * cases.length;
    return {
      scored: candidates.flatMap((candidate, index) => {
        if (lost.has(index)) return [];
        const expected = easiness.map((ease) => logistic(abilities[index]!.mean + ease));
        const tried = trialsOf(table, index).length;
        return [{ ...scoreOf(candidate, expected, dev, tried), chance: chances[index]! }];
      }),
      remarks: [
        `Racing made ${made} of ${all} evaluations and saved ${all - made}; ${percent(expectedError(pools, chances))} of the chosen are expected not to be among the best.`,
        ...(spread === 0 && made > 0 ? [noSpread] : []),
      ],
    };
  };
}

const noSpread =
  "The candidates' scores differ by no more than chance explains: as demonstrations none is measurably better than another.";

const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;
