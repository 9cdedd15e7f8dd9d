import { mistakeLabels } from "../../../domain/mistake-label.ts";
import { count } from "../../format.ts";
import type { MistakeCounts } from "../../summary/summary.ts";
import { type Html, html } from "../html.ts";
import { dataTable, section } from "../section.ts";
import { armTitle, type ReportView } from "./view.ts";

/** How often every kind of mistake comes first in wrong answers on the benchmarks: base model and arms side by side. */
export function mistakesSection(view: ReportView): Html | null {
  const models = lastOfEach(view.summary.mistakes);
  if (models.length === 0) return null;
  const found = mistakeLabels.filter((label) => models.some(({ labels }) => labels[label]));
  const total = ({ labels }: MistakeCounts) =>
    Object.values(labels).reduce((sum, answers) => sum + answers, 0);
  return section("mistakes", "Mistakes on the benchmarks", [
    html`<p>Wrong answers by the kind of their first mistake, as the instructor names it. Answers in which it can name none are left out; the counts of <code>analyse-benchmarks</code> below tell how many.</p>`,
    dataTable(
      "Wrong answers with a mistake of each kind, after the last iteration of every arm.",
      [{ title: "Mistake" }, ...models.map((model) => ({ title: titleOf(view, model), numeric: true }))],
      [
        ...found.map((label) => [
          label.replaceAll("_", " "),
          ...models.map(({ labels }) => count(labels[label] ?? 0)),
        ]),
        ["together", ...models.map((model) => count(total(model)))],
      ],
    ),
  ]);
}

const titleOf = (view: ReportView, { armId }: MistakeCounts): string =>
  armId === null ? "base model" : armTitle(view, armId);

const lastOfEach = (models: readonly MistakeCounts[]): MistakeCounts[] =>
  models.filter((model, index) => !models.some(({ armId }, later) => later > index && armId === model.armId));
