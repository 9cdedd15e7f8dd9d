import { createRandom } from "../../../../foundation/random.ts";
import type { Pool } from "../../choose.ts";
import { type Abilities, fitAbilities } from "./abilities.ts";
import { chancesInPools, expectedError } from "./chances.ts";
import { type PlannedTrials, planFirstRound, planRound } from "./plan-round.ts";
import { countTrials, emptyTable, noteTrial, type TrialTable } from "./trial-table.ts";

export interface RaceSettings {
  candidates: number;
  devProblems: number;
  /** Every candidate is in one of them. */
  pools: readonly Pool[];
  /** Most trials, as a share of all. */
  evaluations: number;
  seed: string;
  /** The race ends early where so small a share of the chosen is expected not to belong to the best. */
  error: number;
}

export interface RaceResult extends Abilities {
  table: TrialTable;
  /** One a candidate: how likely it is among the best of its pool. */
  chances: number[];
  /** Candidates that could not be tried. */
  lost: ReadonlySet<number>;
}

/** Makes trials and returns for each candidate whether each was solved, or null where it cannot be tried. */
export type MakeTrials = (planned: readonly PlannedTrials[], round: number) => Promise<(boolean[] | null)[]>;

/** So much of the trials goes to all candidates alike; what is in doubt after that gets the rest, in so many rounds. */
const firstShare = 0.25;
const laterRounds = 20;
const trialsPerRound = 6;

/**
 * Finds the best candidates of each pool with a part of all trials. After a first round over all it asks in every round for
 * those of which it is most in doubt whether they are among the best. Each round is decided by what the rounds before it
 * left, so that the order in which answers come back changes nothing.
 */
export async function race(settings: RaceSettings, makeTrials: MakeTrials): Promise<RaceResult> {
  const { candidates, devProblems, pools, error } = settings;
  const table = emptyTable(candidates, devProblems);
  const all = Math.floor(candidates * devProblems * settings.evaluations);
  const lost = new Set<number>();
  const work = async (planned: readonly PlannedTrials[], round: number) => {
    const results = await makeTrials(planned, round);
    for (const [index, { candidate, devProblems: tried }] of planned.entries()) {
      const result = results[index];
      if (!result) lost.add(candidate);
      else for (const [at, dev] of tried.entries()) noteTrial(table, candidate, dev, result[at]!);
    }
  };

  const perCandidate = Math.max(1, Math.round((all * firstShare) / Math.max(1, candidates)));
  await work(planFirstRound(table, perCandidate, createRandom(settings.seed)), 0);
  const left = all - countTrials(table);
  for (let round = 1; ; round++) {
    const fitted = fitAbilities(table);
    const chances = chancesInPools(pools, fitted.abilities);
    const budget = Math.min(Math.ceil(left / laterRounds), all - countTrials(table));
    const planned = planRound(table, fitted, chances, { budget, perCandidate: trialsPerRound }).filter(
      ({ candidate }) => !lost.has(candidate),
    );
    if (planned.length === 0 || expectedError(pools, chances) <= error)
      return { ...fitted, table, chances, lost };
    await work(planned, round);
  }
}
