import { mean } from "../../../foundation/statistics.ts";
import { count } from "../../format.ts";
import type { Arm, Training } from "../../report-data.ts";
import { figure } from "../charts/figure.ts";
import { type LinePoint, type LineSeries, lineChart } from "../charts/line-chart.ts";
import { round } from "../charts/scale.ts";
import { type Html, html } from "../html.ts";
import { dataTable, section } from "../section.ts";
import { armTitle, type ReportView, seriesOf } from "./view.ts";

/** The loss of every training, and what it was trained on. */
export function trainingSection(view: ReportView): Html | null {
  const { trainings } = view.data;
  if (trainings.length === 0) return null;
  const byIteration = Map.groupBy(trainings, ({ iteration }) => iteration);
  return section("training", "Training", [
    figure(
      {
        title: "Training loss per optimiser step.",
        note: heldOutNote(trainings),
      },
      html`<div class="panels">${[...byIteration].map(([iteration, group]) => lossPanel(view, iteration, group))}</div>`,
    ),
    trainingTable(view),
  ]);
}

function heldOutNote(trainings: readonly Training[]): string {
  const means = "Running mean over a twentieth of the steps; single steps behind it.";
  const isMeasured = trainings.some(({ adapter }) => adapter.heldOutLosses);
  return isMeasured ? `${means} Broken lines: on dev problems, which are not learned.` : means;
}

function lossPanel(view: ReportView, iteration: number, trainings: readonly Training[]): Html | false {
  const lines = trainings.flatMap((training) => lossLine(view, training));
  if (lines.length === 0) return false;
  return html`<div><h3>Iteration ${iteration}</h3>${lineChart({
    title: `Training loss, iteration ${iteration}`,
    description: lines
      .map(({ label, points }) => `${label ?? ""} ends at ${points.at(-1)?.y.toFixed(2)}`)
      .join("; "),
    axisTitle: "optimiser step",
    formatX: count,
    formatY: (loss) => String(Number(loss.toPrecision(3))),
    lines,
  })}</div>`;
}

function lossLine({ data }: ReportView, { armId, adapter }: Training): LineSeries[] {
  const arm = data.arms.find(({ id }) => id === armId);
  if (!arm || adapter.losses.length === 0) return [];
  return [
    {
      series: seriesOf(arm),
      label: arm.title,
      points: thin(runningMean(adapter.losses)),
      raw: thin(adapter.losses),
    },
    ...heldOutLine(arm, adapter),
  ];
}

function heldOutLine(arm: Arm, { heldOutLosses = [] }: Training["adapter"]): LineSeries[] {
  if (heldOutLosses.length === 0) return [];
  const points = heldOutLosses.map(({ step, loss }) => ({ x: step, y: loss }));
  return [{ series: `${seriesOf(arm)} held-out`, label: "held out", points }];
}

/** The mean of each value with its neighbours, over a window of a twentieth of the values. */
function runningMean(values: readonly number[]): number[] {
  const reach = Math.floor(values.length / 40);
  return values.map((_, index) => mean(values.slice(Math.max(0, index - reach), index + reach + 1)));
}

const mostPoints = 400;

/** At most 400 points: more would not be seen, and would make the file large. */
function thin(losses: readonly number[]): LinePoint[] {
  const stride = Math.max(1, Math.ceil(losses.length / mostPoints));
  return losses.flatMap((loss, index) => (index % stride === 0 ? [{ x: index + 1, y: loss }] : []));
}

function trainingTable(view: ReportView): Html {
  return dataTable(
    "Every adapter of the run.",
    [
      { title: "Arm" },
      ...["Iteration", "Examples", "Left out", "Tokens trained", "Steps", "First loss", "Last loss"].map(
        (title) => ({
          title,
          numeric: true,
        }),
      ),
      { title: "Digest" },
    ],
    view.summary.trainings.map((training) => [
      armTitle(view, training.armId),
      training.iteration,
      count(training.examples),
      count(training.skippedExamples),
      count(training.trainedTokens),
      count(training.steps),
      training.firstLoss === null ? null : round100(training.firstLoss),
      training.lastLoss === null ? null : round100(training.lastLoss),
      html`<code>${training.adapterDigest.slice(0, 12)}</code>`,
    ]),
  );
}

const round100 = (loss: number): string => (round(loss * 10) / 10).toFixed(2);
