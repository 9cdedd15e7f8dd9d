import type { ScoreName } from "../../domain/evaluation.ts";
import { type Column, layOutTable } from "../../report/console/table.ts";
import { count, percent, plural, points, pointsRange, pValue } from "../../report/format.ts";
import type { BenchmarkComparison, ModelComparison, Pair, Unpaired } from "./compare-models.ts";
import type { ComparisonReport } from "./comparison-report.ts";

const left = (title: string): Column => ({ title, align: "left" });
const right = (title: string): Column => ({ title, align: "right" });

const columns: readonly Column[] = [
  ...[left("benchmark"), left("score"), right("n"), right("A"), right("B"), right("B − A")],
  ...[left("95% interval"), right("only A"), right("only B"), right("McNemar p")],
];

/** A comparison for people, at most `width` columns wide. */
export function comparisonText({ a, b, comparison, lists }: ComparisonReport, width: number): string {
  const lines = [
    `A  ${a}`,
    `B  ${b}`,
    "",
    ...comparisonLines(comparison, width),
    ...(lists ? listLines(lists) : []),
  ];
  return `${lines.join("\n")}\n`;
}

/** A row for every benchmark and score, then what is in no figure. */
function comparisonLines({ benchmarks, total }: ModelComparison, width: number): string[] {
  const measured = benchmarks.filter(({ n }) => n > 0);
  const shown = measured.length > 1 ? [...measured, total] : measured;
  return [
    ...layOutTable(columns, shown.flatMap(rowsOf), width),
    ...benchmarks.flatMap(({ benchmark, unpaired }) => unpairedLine(benchmark, unpaired)),
  ];
}

function rowsOf({ benchmark, n, scores }: BenchmarkComparison): string[][] {
  return Object.entries(scores).map(([name, { a, b, difference, onlyA, onlyB, pValue: p }]) => [
    benchmark,
    name,
    count(n),
    percent(a.value),
    percent(b.value),
    points(difference.value),
    pointsRange(difference.interval),
    count(onlyA),
    count(onlyB),
    pValue(p),
  ]);
}

function unpairedLine(benchmark: string, { onlyInA, onlyInB, different }: Unpaired): string[] {
  const parts = [
    ...(onlyInA > 0 ? [`${plural(onlyInA, "problem")} in A alone`] : []),
    ...(onlyInB > 0 ? [`${plural(onlyInB, "problem")} in B alone`] : []),
    ...(different > 0 ? [`${plural(different, "problem")} with another question or answer in B`] : []),
  ];
  return parts.length === 0 ? [] : [`Not compared of ${benchmark}: ${parts.join(", ")}.`];
}

function listLines({ score, most, onlyA, onlyB }: NonNullable<ComparisonReport["lists"]>): string[] {
  return [
    ...["", `A alone is right, by ${score}: ${count(onlyA.length)}`],
    ...onlyA.slice(0, most).flatMap((pair) => pairLines(pair, score)),
    ...["", `B alone is right, by ${score}: ${count(onlyB.length)}`],
    ...onlyB.slice(0, most).flatMap((pair) => pairLines(pair, score)),
  ];
}

function pairLines({ problem, a, b }: Pair, score: ScoreName): string[] {
  return [
    `  ${problem.benchmark}/${problem.id}: ${gist(problem.question)}`,
    `    reference ${gist(problem.answer)} · A ${answerOf(a, score)} · B ${answerOf(b, score)}`,
  ];
}

const answerOf = ({ scores }: Pair["a"], score: ScoreName): string => {
  const { prediction, verdict } = scores![score]!;
  return prediction === null ? verdict.replace("-", " ") : gist(prediction);
};

const longestGist = 70;
/** A text as one short line. */
function gist(text: string): string {
  const line = text.replace(/[\s\p{Cc}]+/gu, " ").trim();
  return line.length > longestGist ? `${line.slice(0, longestGist - 1)}…` : line;
}
