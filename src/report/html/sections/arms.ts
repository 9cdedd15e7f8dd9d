import {
  count,
  percent,
  plural,
  points,
  pointsRange,
  pointsWithRange,
  pValue,
  wholePoints,
} from "../../format.ts";
import { lastResult } from "../../headline.ts";
import { domains } from "../../summary/results.ts";
import type { Domain } from "../../summary/summary.ts";
import { figure } from "../charts/figure.ts";
import { type IntervalRow, intervalPlot } from "../charts/interval-plot.ts";
import { roundRange } from "../charts/scale.ts";
import { type Html, html } from "../html.ts";
import { dataTable, section } from "../section.ts";
import { domainTitle, type ReportView, seriesOf } from "./view.ts";

/** The gain of every arm from the same budget, in and out of domain, on one axis. */
export function armsSection(view: ReportView): Html | null {
  const measured = domains.filter((domain) => rowsOf(view, domain).length > 0);
  if (measured.length === 0) return null;
  const intervals = measured.flatMap((domain) =>
    rowsOf(view, domain).flatMap(({ marks }) =>
      marks.flatMap(({ interval }) => [interval.low, interval.high]),
    ),
  );
  const range = roundRange([0, ...intervals], 6);
  return section("arms", "The method beside its controls", [
    html`<p>Every arm trains the same base model on the same budget; only what it is spent on differs.${view.data.arms.some(({ role }) => role === "random-selection") && " What the method gains over random selection is what selection is worth; what it gains over untargeted problems is what aiming at errors is worth."}</p>`,
    figure(
      { title: "Gain over the base model.", note: "Percentage points with paired 95% intervals." },
      measured.map((domain) => domainPlot(view, domain, range)),
    ),
    explanations(view),
    marginTable(view),
  ]);
}

function rowsOf({ data, summary }: ReportView, domain: Domain): IntervalRow[] {
  return data.arms.flatMap((arm) => {
    const result = lastResult(summary, arm.id, domain);
    if (!result) return [];
    const { gain, after, pValue: p } = result.comparison;
    const examples = summary.arms.find(({ id }) => id === arm.id)?.trainingExamples ?? null;
    return [
      {
        label: arm.title,
        marks: [{ ...gain, series: seriesOf(arm), title: `${arm.title}: ${pointsWithRange(gain)} points` }],
        columns: [
          examples === null ? "" : count(examples),
          percent(after.value),
          points(gain.value),
          pointsRange(gain.interval),
          pValue(p),
        ],
      },
    ];
  });
}

function domainPlot(view: ReportView, domain: Domain, range: readonly [number, number]): Html {
  const result = view.summary.domains.find((candidate) => candidate.domain === domain);
  const setting = result
    ? `${plural(result.comparison.n, "problem")}, base model ${percent(result.comparison.before.value)}`
    : "";
  const rows = rowsOf(view, domain);
  return html`<h3>${domainTitle[domain]} <span>${setting}</span></h3>${intervalPlot({
    title: `Gain over the base model, ${domain}`,
    description: rows.map(({ marks }) => marks[0]?.title).join("; "),
    range,
    formatTick: wholePoints,
    reference: 0,
    columns: [
      { title: "examples", width: 64 },
      { title: "accuracy", width: 64 },
      { title: "gain", width: 52 },
      { title: "95% interval", width: 102 },
      { title: "p", width: 54 },
    ],
    rows,
  })}`;
}

function explanations({ data }: ReportView): Html {
  return html`<dl class="arms">${data.arms.map(
    (arm) =>
      html`<div><dt><i class="key ${seriesOf(arm)}"></i>${arm.title}</dt><dd>${arm.explanation}</dd></div>`,
  )}</dl>`;
}

/** The method against each control on the same problems. */
function marginTable({ data, summary }: ReportView): Html | null {
  const measured = domains.filter((domain) => summary.margins.some((margin) => margin.domain === domain));
  const controls = data.arms.filter(({ id }) => summary.margins.some(({ controlId }) => controlId === id));
  if (controls.length === 0) return null;
  return dataTable(
    "What the method gains over each control, in percentage points, compared problem by problem.",
    [
      { title: "Method against" },
      ...measured.flatMap((domain) => [
        { title: domainTitle[domain], numeric: true },
        { title: "p", numeric: true },
      ]),
    ],
    controls.map((control) => [
      control.title,
      ...measured.flatMap((domain) => {
        const margin = summary.margins.find(
          (each) => each.controlId === control.id && each.domain === domain,
        );
        return margin
          ? [pointsWithRange(margin.comparison.gain), pValue(margin.comparison.pValue)]
          : ["", ""];
      }),
    ]),
  );
}
