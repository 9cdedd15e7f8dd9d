import { mean } from "../../../../foundation/statistics.ts";
import { type TrialTable, trialsOf } from "./trial-table.ts";

/** What is known of a candidate: its ability to help as an example, in logits, as a normal distribution. */
export interface Ability {
  mean: number;
  variance: number;
}

export interface Abilities {
  /** One a candidate, centred on 0. */
  abilities: Ability[];
  /** One a dev problem, in logits: how easily it is solved after the average candidate. */
  easiness: number[];
  /** How much the candidates' abilities differ, as a variance; 0 where no more than chance explains. */
  spread: number;
}

/** Dev problems are taken to be no further from even than this (a standard deviation), so that none has infinite ease. */
const easinessScale = 3;
/** Candidates are taken to differ at least so little: what is known of them is then still put in order. */
const leastSpread = 0.01;
const rounds = 8;

export const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

/**
 * Rasch's model (1960) of all trials: a dev problem is solved with probability logistic(ability + easiness). It compares
 * candidates that were tried on different dev problems, and lets those count for nothing that all or none solve. Normal
 * priors; means and variances by alternating Newton steps, the spread of the abilities by moments.
 */
export function fitAbilities(table: TrialTable): Abilities {
  const rows = Array.from({ length: table.candidates }, (_, candidate) => trialsOf(table, candidate));
  const columns = columnsOf(rows, table.devProblems);
  let easiness = columns.map((trials) => startingEasiness(trials.map(([, right]) => right)));
  const spread = spreadOf(rows, easiness);
  const prior = 1 / Math.max(spread, leastSpread);

  let abilities: Ability[] = rows.map(() => ({ mean: 0, variance: 1 / prior }));
  for (let round = 0; round < rounds; round++) {
    abilities = rows.map((trials, candidate) => {
      const { slope, information } = newton(trials, (dev) => abilities[candidate]!.mean + easiness[dev]!);
      const { mean: before } = abilities[candidate]!;
      const precision = prior + information;
      return { mean: before + (slope - prior * before) / precision, variance: 1 / precision };
    });
    const centre = mean(abilities.map((ability) => ability.mean));
    abilities = abilities.map((ability) => ({ ...ability, mean: ability.mean - centre }));
    easiness = columns.map((trials, dev) => {
      const { slope, information } = newton(
        trials,
        (candidate) => abilities[candidate]!.mean + easiness[dev]!,
      );
      const weak = 1 / easinessScale ** 2;
      return easiness[dev]! + (slope - weak * easiness[dev]!) / (weak + information);
    });
  }
  return { abilities, easiness, spread };
}

type Trials = readonly (readonly [other: number, right: number])[];

/** Slope and curvature of the log-likelihood of trials, at these logits. */
function newton(trials: Trials, logitOf: (other: number) => number): { slope: number; information: number } {
  let slope = 0;
  let information = 0;
  for (const [other, right] of trials) {
    const probability = logistic(logitOf(other));
    slope += right - probability;
    information += probability * (1 - probability);
  }
  return { slope, information };
}

function columnsOf(rows: readonly Trials[], devProblems: number): [candidate: number, right: number][][] {
  const columns: [number, number][][] = Array.from({ length: devProblems }, () => []);
  for (const [candidate, trials] of rows.entries()) {
    for (const [dev, right] of trials) columns[dev]!.push([candidate, right]);
  }
  return columns;
}

function startingEasiness(rights: readonly number[]): number {
  const share = (rights.reduce((sum, right) => sum + right, 0) + 0.5) / (rights.length + 1);
  return Math.log(share / (1 - share));
}

/** By moments: squared sums of residuals exceed what chance explains by spread × information². */
function spreadOf(rows: readonly Trials[], easiness: readonly number[]): number {
  let excess = 0;
  let scale = 0;
  for (const trials of rows) {
    const { slope, information } = newton(trials, (dev) => easiness[dev]!);
    excess += slope ** 2 - information;
    scale += information ** 2;
  }
  return scale === 0 ? 0 : Math.max(0, excess / scale);
}
