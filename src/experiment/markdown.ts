import { markdownTable } from "../report/markdown.ts";
import { progressOf } from "./console-text.ts";
import { iterationTable, lossTable } from "./course-tables.ts";
import type { ExperimentResults } from "./results.ts";
import { cellTable, costTable, scoreTable, statedTable, type TextTable } from "./tables.ts";

/** The text of `results.md`. */
export function resultsMarkdown(results: ExperimentResults): string {
  const { name, first, cells, scores } = results;
  const parts = [
    `# ${name}`,
    `${progressOf(cells)}. Accuracies are means over seeds; \`− ${first}\` is the difference to the variation \`${first}\` with the same seeds on the same problems, in points.`,
    tableText(scoreTable(results)),
    ...(scores.length > 0 ? ["![Accuracy of every variation, with its interval](results.svg)"] : []),
    "## How answers are stated",
    "An answer that is marked as such (a box, a `####` line, an announcement) or read from the end of the text counts as right above. Where more are marked after training than before, a part of what is gained with marked answers alone is the form.",
    tableText(statedTable(results)),
    ...courseParts(results),
    "## What a cell took",
    "Calls and tokens are what a cell of the variation would take alone; new are those that no cell before it had made.",
    tableText(costTable(results)),
    "## Cells",
    tableText(cellTable(cells.finished)),
    "## How it was computed",
    method(scores.some(({ seeds }) => seeds.length > 1)),
  ];
  return `${parts.join("\n\n")}\n`;
}

/** How the variations got there, where that was measured. */
function courseParts({ iterations, lossCurves }: ExperimentResults): string[] {
  return [
    ...(iterations.length > 0
      ? [
          "## Iteration by iteration",
          "*fixed* is the share that is right of what the base model gets wrong, *broken* the share that is wrong of what it gets right. Seed problems are those that were learned from.",
          tableText(iterationTable(iterations)),
        ]
      : []),
    ...(lossCurves.length > 0
      ? [
          "## Losses",
          "Mean negative log-likelihood of a completion's token, as a mean over seeds: on the examples of an epoch while they are learned, and on reference solutions of dev problems before the first step and after every epoch. All curves have one scale, of logarithms; `losses.csv` has every step.",
          tableText(lossTable(lossCurves)),
        ]
      : []),
  ];
}

const tableText = ({ columns, rows }: TextTable): string =>
  markdownTable(
    columns.map(({ title }) => title),
    rows,
  );

function method(hasSeeds: boolean): string {
  const intervals = hasSeeds
    ? "Intervals (95 %) and p-values hold for other seeds and other problems: the variance of a mean is put together from both, as they cross (Clark's quasi-F with Satterthwaite's degrees of freedom). Where all seeds gave the same, they are Wilson's, Newcombe's and McNemar's of one."
    : "With one seed, intervals (95 %) are Wilson's and Newcombe's and p-values McNemar's: they hold for other problems, and say nothing of other seeds.";
  return `${intervals} \`Holm\` is p corrected for all comparisons of the table.`;
}
