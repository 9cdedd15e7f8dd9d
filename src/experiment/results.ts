import { mean } from "../foundation/statistics.ts";
import { sumOfCosts } from "../models/prices/index.ts";
import type { CellOutcome } from "./cell-outcome.ts";
import { type IterationScore, iterationScores } from "./iteration-scores.ts";
import { type LossCurve, lossCurves } from "./loss-curves.ts";
import { alignOutcomes, type ProblemOutcome } from "./problem-outcomes.ts";
import type { Estimate } from "./statistics/crossed-mean.ts";
import { holm } from "./statistics/holm.ts";
import { type Difference, differenceOverSeeds, shareOverSeeds } from "./statistics/over-seeds.ts";

/** What an experiment has found so far. */
export interface ExperimentResults {
  name: string;
  /** The variation that the others are compared with. */
  first: string;
  cells: { planned: number; finished: readonly CellOutcome[] };
  /** Of every variation with a finished cell, by benchmark. */
  scores: Score[];
  iterations: IterationScore[];
  lossCurves: LossCurve[];
  costs: Cost[];
}

/** A variation on a benchmark, over its finished seeds. */
export interface Score {
  variation: string;
  benchmark: string;
  seeds: readonly string[];
  problems: number;
  /** Mean accuracy of the base model. */
  before: number;
  after: Estimate;
  /** After minus before. */
  gain: Difference;
  /** How answers are stated, as shares of the problems of all seeds. */
  stated: Record<"before" | "after", StatedAnswers>;
  /** Minus what the first variation reaches with the same seeds on the same problems; null of the first, and without any. */
  margin: Margin | null;
}

export interface StatedAnswers {
  /** Marked as the answer, by a box, a `####` line or the like. */
  marked: number;
  /** Right and marked: the accuracy where nothing is read into a text. */
  rightAndMarked: number;
}

export interface Margin extends Difference {
  seeds: readonly string[];
  /** By Holm, over all margins of the experiment. */
  adjustedPValue: number;
}

/** What the cells of a variation took, as means. */
export interface Cost {
  variation: string;
  cells: number;
  examples: number | null;
  calls: number;
  newCalls: number;
  inputTokens: number;
  outputTokens: number;
  cost: number | null;
  seconds: number;
}

/** The figures of an experiment, from its finished cells. */
export function resultsOf(
  { name, variations, planned }: { name: string; variations: readonly string[]; planned: number },
  finished: readonly CellOutcome[],
): ExperimentResults {
  const byVariation = Map.groupBy(finished, ({ cell }) => cell.variation);
  const [first = ""] = variations;
  const reference = byVariation.get(first) ?? [];
  const measured = variations.flatMap((variation) => {
    const cells = byVariation.get(variation) ?? [];
    return benchmarksIn(cells).flatMap((benchmark) =>
      scoreOf(variation, benchmark, cells, variation === first ? [] : reference),
    );
  });
  const margins = measured.flatMap(({ margin }) => margin ?? []);
  const adjusted = holm(margins.map(({ pValue }) => pValue));
  return {
    name,
    first,
    cells: { planned, finished },
    scores: measured.map((score) => ({
      ...score,
      margin: score.margin && {
        ...score.margin,
        adjustedPValue: adjusted[margins.indexOf(score.margin)]!,
      },
    })),
    iterations: iterationScores(finished),
    lossCurves: lossCurves(finished),
    costs: variations.flatMap((variation) => costOf(variation, byVariation.get(variation) ?? [])),
  };
}

const benchmarksIn = (cells: readonly CellOutcome[]): string[] => [
  ...new Set(cells.flatMap(({ benchmarks }) => [...benchmarks.keys()])),
];

type MeasuredScore = Omit<Score, "margin"> & { margin: Omit<Margin, "adjustedPValue"> | null };

/** None where the seeds of the variation have no problem in common. */
function scoreOf(
  variation: string,
  benchmark: string,
  cells: readonly CellOutcome[],
  reference: readonly CellOutcome[],
): MeasuredScore[] {
  const measured = cells.filter(({ benchmarks }) => benchmarks.has(benchmark));
  const rows = alignOutcomes(measured.map(({ benchmarks }) => benchmarks.get(benchmark)!));
  const problems = rows[0]?.length ?? 0;
  if (problems === 0) return [];
  const [before, after] = [solvedBy(rows, "before"), solvedBy(rows, "after")];
  return [
    {
      variation,
      benchmark,
      seeds: measured.map(({ cell }) => cell.seed),
      problems,
      before: mean(before.map((row) => mean(row.map(Number)))),
      after: shareOverSeeds(after),
      gain: differenceOverSeeds(before, after),
      stated: { before: statedAnswers(rows.flat(), "before"), after: statedAnswers(rows.flat(), "after") },
      margin: marginOf(benchmark, measured, reference),
    },
  ];
}

function statedAnswers(outcomes: readonly ProblemOutcome[], when: "before" | "after"): StatedAnswers {
  const shareOf = (holds: (outcome: ProblemOutcome) => boolean) =>
    outcomes.filter(holds).length / outcomes.length;
  return {
    marked: shareOf(({ marked }) => marked[when]),
    rightAndMarked: shareOf((outcome) => outcome[when] && outcome.marked[when]),
  };
}

function marginOf(
  benchmark: string,
  cells: readonly CellOutcome[],
  reference: readonly CellOutcome[],
): MeasuredScore["margin"] {
  const pairs = cells.flatMap((own) => {
    const other = reference.find(({ cell }) => cell.seed === own.cell.seed);
    return other?.benchmarks.has(benchmark) ? [{ own, other }] : [];
  });
  const rows = alignOutcomes(
    [...pairs.map(({ other }) => other), ...pairs.map(({ own }) => own)].map(
      ({ benchmarks }) => benchmarks.get(benchmark)!,
    ),
  );
  if (!rows[0]?.length) return null;
  const solved = solvedBy(rows, "after");
  const difference = differenceOverSeeds(solved.slice(0, pairs.length), solved.slice(pairs.length));
  return { ...difference, seeds: pairs.map(({ own }) => own.cell.seed) };
}

const solvedBy = (rows: readonly (readonly ProblemOutcome[])[], when: "before" | "after") =>
  rows.map((row) => row.map((outcome) => outcome[when]));

function costOf(variation: string, cells: readonly CellOutcome[]): Cost[] {
  if (cells.length === 0) return [];
  const meanOf = (figure: (cell: CellOutcome) => number) => mean(cells.map(figure));
  const paid = sumOfCosts(cells.map(({ cost }) => cost));
  const trained = cells.flatMap(({ examples }) => examples ?? []);
  return [
    {
      variation,
      cells: cells.length,
      examples: trained.length === 0 ? null : mean(trained),
      calls: meanOf(({ calls }) => calls),
      newCalls: meanOf(({ newCalls }) => newCalls),
      inputTokens: meanOf(({ inputTokens }) => inputTokens),
      outputTokens: meanOf(({ outputTokens }) => outputTokens),
      cost: paid === null ? null : paid / cells.length,
      seconds: meanOf(({ seconds }) => seconds),
    },
  ];
}
