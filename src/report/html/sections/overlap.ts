import { count, percent, plural } from "../../format.ts";
import type { Overlap } from "../../report-data.ts";
import { type Html, html } from "../html.ts";
import { dataTable, section } from "../section.ts";
import { armTitle, benchmarkTitle, type ReportView } from "./view.ts";

/** How much of the training data stands in the benchmarks, with the worst pairs of texts. */
export function overlapSection(view: ReportView): Html | null {
  const { nGram, rougeL, arms } = view.summary.overlap;
  if (arms.length === 0) return null;
  return section("overlap", "Overlap with the benchmarks", [
    html`<p>Training examples that share ${count(nGram)} words in a row with a benchmark problem (question or solution), and those whose question is like one of the benchmark (Rouge-L above ${rougeL}). It is measured after the run, and nothing was chosen by it.</p>`,
    dataTable(
      `Examples that overlap, of all that an arm trained on, and benchmark problems that they overlap with.`,
      [
        { title: "Arm" },
        { title: "Benchmark" },
        { title: "Examples", numeric: true },
        { title: `${nGram}-grams`, numeric: true },
        { title: "problems", numeric: true },
        { title: "Rouge-L", numeric: true },
        { title: "problems", numeric: true },
        { title: "highest", numeric: true },
      ],
      arms.map(({ armId, benchmarkId, examples, problems, nGrams, questions }) => [
        armTitle(view, armId),
        benchmarkTitle(view, benchmarkId),
        count(examples),
        share(nGrams.examples, examples),
        share(nGrams.problems, problems),
        share(questions.examples, examples),
        share(questions.problems, problems),
        questions.worst[0] ? questions.worst[0].rougeL.toFixed(2) : "",
      ]),
    ),
    arms.filter(hasPairs).map((overlap) => pairs(view, overlap)),
  ]);
}

const share = (part: number, all: number): string =>
  part === 0 || all === 0 ? "0" : `${count(part)} (${percent(part / all)})`;

const hasPairs = ({ nGrams, questions }: Overlap) => nGrams.worst.length + questions.worst.length > 0;

function pairs(view: ReportView, { armId, benchmarkId, nGrams, questions }: Overlap): Html {
  return html`<details><summary><span class="name">Most alike: ${armTitle(view, armId)}, ${benchmarkTitle(view, benchmarkId)}</span></summary>${[
    ...nGrams.worst.map((pair) => pairOf(plural(pair.shared, "shared n-gram"), pair)),
    ...questions.worst.map((pair) => pairOf(`Rouge-L ${pair.rougeL.toFixed(2)}`, pair)),
  ]}</details>`;
}

const pairOf = (
  title: string,
  {
    exampleId,
    problemId,
    example,
    problem,
  }: Pick<Overlap["nGrams"]["worst"][number], "exampleId" | "problemId" | "example" | "problem">,
): Html =>
  html`<article><h4>${title}</h4><p class="note">${exampleId}</p><pre>${example}</pre><p class="note">${problemId}</p><pre>${problem}</pre></article>`;
