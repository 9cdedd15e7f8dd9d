import type { Proportion } from "../../../foundation/statistics.ts";
import { count, percent, percentRange, pointsWithRange, pValue } from "../../format.ts";
import { domains } from "../../summary/results.ts";
import type { Domain } from "../../summary/summary.ts";
import { figure } from "../charts/figure.ts";
import { type LineSeries, lineChart } from "../charts/line-chart.ts";
import { type Html, html } from "../html.ts";
import { dataTable, section } from "../section.ts";
import { benchmarkTitle, domainTitle, methodOf, type ReportView, seriesOf } from "./view.ts";

/** Accuracy after every iteration; what became of the answers that were wrong, and of those that were right. */
export function iterationsSection(view: ReportView): Html | null {
  const measured = domains.filter((domain) => linesOf(view, domain).length > 0);
  if (measured.length === 0) return null;
  return section("iterations", "Iteration by iteration", [
    figure(
      {
        title: "Accuracy after every iteration.",
        note: "Bars are 95% intervals of each accuracy; arms are compared on the same problems, so their paired gains are surer than these bars suggest.",
      },
      html`<div class="panels">${measured.map((domain) => domainChart(view, domain))}</div>`,
    ),
    iterationTable(view),
  ]);
}

/** How far arms stand apart at one iteration, in iterations, so that their intervals do not hide each other. */
const armOffset = 0.035;

/** The base model as a point of its own, and from it one line per arm. */
function linesOf({ data, summary }: ReportView, domain: Domain): LineSeries[] {
  const results = summary.domains.filter((result) => result.domain === domain);
  const [first] = results;
  if (!first) return [];
  const base = first.comparison.before;
  const arms = data.arms.filter(({ id }) => results.some(({ armId }) => armId === id));
  return [
    { series: "base", points: [{ x: 0, y: base.value, interval: base.interval }] },
    ...arms.map((arm, index) => ({
      series: seriesOf(arm),
      label: arm.title,
      points: [
        { x: 0, y: base.value },
        ...results
          .filter(({ armId }) => armId === arm.id)
          .map(({ iteration, comparison: { after } }) => ({
            x: iteration + (index - (arms.length - 1) / 2) * armOffset,
            y: after.value,
            interval: after.interval,
          })),
      ],
    })),
  ];
}

function domainChart(view: ReportView, domain: Domain): Html {
  const lines = linesOf(view, domain);
  const iterations = view.summary.domains.map(({ iteration }) => iteration);
  return html`<div><h3>${domainTitle[domain]}</h3>${lineChart({
    title: `Accuracy after every iteration, ${domain}`,
    description: lines
      .map(({ label = "base model", points }) => `${label}: ${points.map(({ y }) => percent(y)).join(", ")}`)
      .join("; "),
    axisTitle: "iteration",
    formatX: (iteration) => (iteration === 0 ? "base" : String(iteration)),
    formatY: (share) => percent(share, 0),
    xTicks: [...new Set([0, ...iterations])],
    lines,
  })}</div>`;
}

function iterationTable(view: ReportView): Html {
  const method = methodOf(view);
  return dataTable(
    "The method against the base model, on each benchmark. Fixed: share of the base model’s wrong answers that are right now; broken: share of its right answers that are wrong now.",
    [
      { title: "Benchmark" },
      ...["Iteration", "n", "Before", "After", "Gain", "p", "Fixed", "Broken"].map((title) => ({
        title,
        numeric: true,
      })),
    ],
    view.summary.results
      .filter(({ armId }) => armId === method?.id)
      .map(({ benchmarkId, iteration, overall }) => [
        benchmarkTitle(view, benchmarkId),
        iteration,
        count(overall.n),
        percent(overall.before.value),
        percent(overall.after.value),
        pointsWithRange(overall.gain),
        pValue(overall.pValue),
        shareWithRange(overall.fixRate),
        shareWithRange(overall.regressionRate),
      ]),
  );
}

const shareWithRange = (share: Proportion | null): Html | null =>
  share && html`${percent(share.value)} <span class="soft">(${percentRange(share.interval)})</span>`;
