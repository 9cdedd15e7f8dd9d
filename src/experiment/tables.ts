import type { Column } from "../report/console/table.ts";
import {
  cost,
  count,
  duration,
  percent,
  percentRange,
  points,
  pointsRange,
  pValue,
} from "../report/format.ts";
import type { CellOutcome } from "./cell-outcome.ts";
import type { Cost, ExperimentResults, Score } from "./results.ts";

/** A table as text, for a terminal and for Markdown alike. */
export interface TextTable {
  columns: readonly Column[];
  rows: string[][];
}

export const left = (title: string): Column => ({ title, align: "left" });
export const right = (title: string): Column => ({ title, align: "right" });

/** Accuracies by variation and benchmark, and what each gains over the first variation. */
export function scoreTable({ scores, first }: Pick<ExperimentResults, "scores" | "first">): TextTable {
  return {
    columns: [
      ...[left("benchmark"), left("variation"), right("seeds"), right("n"), right("before"), right("after")],
      ...[right("95%"), right(`− ${first}`), right("95%"), right("p"), right("Holm")],
    ],
    rows: byBenchmark(scores).map(scoreRow),
  };
}

/** The scores of one benchmark after those of another, each in the order of the variations. */
export function byBenchmark(scores: readonly Score[]): Score[] {
  return [...Map.groupBy(scores, ({ benchmark }) => benchmark).values()].flat();
}

function scoreRow({ benchmark, variation, seeds, problems, before, after, margin }: Score): string[] {
  return [
    ...[benchmark, variation, count(seeds.length), count(problems), percent(before), percent(after.value)],
    percentRange(after.interval),
    ...(margin
      ? [
          ...[points(margin.value), pointsRange(margin.interval)],
          ...[pValue(margin.pValue), pValue(margin.adjustedPValue)],
        ]
      : ["", "", "", ""]),
  ];
}

/** How answers are stated before and after training, and what is right of them where only marked ones count. */
export function statedTable({ scores }: Pick<ExperimentResults, "scores">): TextTable {
  return {
    columns: [
      ...[left("benchmark"), left("variation"), right("marked before"), right("after")],
      ...[right("right and marked before"), right("after")],
    ],
    rows: byBenchmark(scores).map(({ benchmark, variation, stated: { before, after } }) => [
      ...[benchmark, variation, percent(before.marked), percent(after.marked)],
      ...[percent(before.rightAndMarked), percent(after.rightAndMarked)],
    ]),
  };
}

/** What a cell of each variation takes, on average. */
export function costTable({ costs }: Pick<ExperimentResults, "costs">): TextTable {
  return {
    columns: [
      ...[left("a cell of"), right("cells"), right("examples"), right("calls"), right("of them new")],
      ...[right("tokens in"), right("tokens out"), right("paid"), right("time")],
    ],
    rows: costs.map(costRow),
  };
}

function costRow({ variation, cells, examples, calls, newCalls, ...rest }: Cost): string[] {
  const { inputTokens, outputTokens, cost: paid, seconds } = rest;
  return [
    ...[variation, count(cells), examples === null ? "none" : count(examples), count(calls), count(newCalls)],
    ...[count(inputTokens), count(outputTokens), cost(paid), duration(seconds)],
  ];
}

/** Every finished cell by itself, with its accuracy after training on every benchmark. */
export function cellTable(finished: readonly CellOutcome[]): TextTable {
  const benchmarks = [...new Set(finished.flatMap(({ benchmarks }) => [...benchmarks.keys()]))];
  return {
    columns: [
      ...[left("cell"), ...benchmarks.map(right), right("examples"), right("calls"), right("of them new")],
      right("time"),
    ],
    rows: finished.map(({ cell, benchmarks: outcomes, examples, calls, newCalls, seconds }) => [
      cell.id,
      ...benchmarks.map((benchmark) => {
        const solved = outcomes.get(benchmark);
        return solved ? percent(solved.filter(({ after }) => after).length / solved.length) : "";
      }),
      ...[examples === null ? "none" : count(examples), count(calls), count(newCalls), duration(seconds)],
    ]),
  };
}
