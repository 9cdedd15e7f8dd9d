import { count, pointsWithRange, pValue } from "../../format.ts";
import { shareWithInterval } from "../../score-words.ts";
import type {
  AfterPrefix,
  ModelSelfCorrection,
  SelfCorrectionSummary,
} from "../../summary/self-correction.ts";
import { type Child, type Html, html } from "../html.ts";
import { dataTable, section } from "../section.ts";
import { armTitle, methodOf, type ReportView } from "./view.ts";

/** Continuations of the method shown in full. */
const shownExamples = 3;

/** What every model does after the same wrong step, and after the same right ones. */
export function selfCorrectionSection(view: ReportView): Html | null {
  const { selfCorrection } = view.summary;
  if (!selfCorrection) return null;
  return section("self-correction", "Self-correction", [
    html`<p>Every model goes on from the same ${count(selfCorrection.problems)} beginnings of solutions to held-out problems, twice: with a wrong last step, and with the reference up to the same step. It turns back where its words say that something before was wrong. After a wrong step that is to notice the mistake; after right ones it is to correct what was right.</p>`,
    afterTable(view, selfCorrection, "afterWrong", "After a wrong step."),
    afterTable(view, selfCorrection, "afterRight", "After right steps."),
    marginTable(view, selfCorrection),
    examples(view),
  ]);
}

function afterTable(
  view: ReportView,
  { models }: SelfCorrectionSummary,
  place: "afterWrong" | "afterRight",
  caption: string,
): Html {
  const titles = ["Turns back", "Ends right", "Both", "Ends right, against the base model", "p"];
  return dataTable(
    caption,
    [{ title: "Model" }, ...titles.map((title) => ({ title, numeric: true }))],
    models.flatMap((model) => {
      const figures = model[place];
      return figures ? [[modelTitle(view, model), ...cellsOf(figures)]] : [];
    }),
  );
}

const modelTitle = (view: ReportView, { armId, iteration }: ModelSelfCorrection): string =>
  armId === null ? "base model" : `${armTitle(view, armId)}, iteration ${iteration}`;

function cellsOf({ turnsBack, endsRight, turnsBackAndEndsRight, againstBase }: AfterPrefix): Child[] {
  return [
    ...[turnsBack, endsRight, turnsBackAndEndsRight].map(shareWithInterval),
    againstBase ? pointsWithRange(againstBase.gain) : "",
    againstBase ? pValue(againstBase.pValue) : "",
  ];
}

function marginTable(view: ReportView, { margins }: SelfCorrectionSummary): Html | null {
  if (margins.length === 0) return null;
  return dataTable(
    "What ends right: the method against each control, in percentage points, compared problem by problem.",
    [
      { title: "Method against" },
      { title: "Beginning" },
      { title: "Margin", numeric: true },
      { title: "p", numeric: true },
    ],
    margins.map(({ controlId, prefix, comparison }) => [
      armTitle(view, controlId),
      prefix,
      pointsWithRange(comparison.gain),
      pValue(comparison.pValue),
    ]),
  );
}

/** How the method went on after wrong steps: first where it turned back. */
function examples(view: ReportView): Html | null {
  const { selfCorrection, benchmarks } = view.data;
  const last = selfCorrection?.models.findLast(({ armId }) => armId !== null && armId === methodOf(view)?.id);
  const continuations = last?.continuations.filter(({ prefix }) => prefix === "wrong") ?? [];
  const shown = continuations
    .toSorted((one, other) => Number(other.turnsBack) - Number(one.turnsBack))
    .slice(0, shownExamples);
  if (shown.length === 0) return null;
  const articles = shown.map(({ benchmark, attempt: { problemId, output, verdict } }) => {
    const problem = benchmarks
      .find(({ id }) => id === benchmark)
      ?.problems.find(({ id }) => id === problemId);
    const forced = selfCorrection?.prefixes.find(
      (prefix) => prefix.benchmark === benchmark && prefix.problemId === problemId,
    );
    return html`<article>
<p class="question">${problem?.question}</p>
<div class="columns">
<div><h4>Given <span>${forced?.label.replaceAll("_", " ")}</span></h4><pre>${forced?.wrong}</pre></div>
<div class="${verdict === "right" ? "right" : "wrong"}"><h4>The method goes on <span>${verdict.replace("-", " ")}</span></h4><pre>${output.trim()}</pre></div>
<div><h4>Reference <span>${problem?.answer}</span></h4><pre>${problem?.solution}</pre></div>
</div>
</article>
`;
  });
  return html`<details><summary>How the method goes on after wrong steps</summary><div class="body">${articles}</div></details>
`;
}
