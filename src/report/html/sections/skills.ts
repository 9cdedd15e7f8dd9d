import { count, percent, percentRange, plural, points } from "../../format.ts";
import type { Comparison } from "../../summary/comparison.ts";
import { lastIterationOf } from "../../summary/paired-problems.ts";
import type { Result } from "../../summary/summary.ts";
import { figure, legend } from "../charts/figure.ts";
import { type IntervalMark, intervalPlot } from "../charts/interval-plot.ts";
import { type Html, html } from "../html.ts";
import { section } from "../section.ts";
import { benchmarkTitle, methodOf, type ReportView } from "./view.ts";

type NamedComparison = Comparison & { name: string };

/** Accuracy before and after, per skill and per error type of the base model's attempt. */
export function skillsSection(view: ReportView): Html | null {
  const method = methodOf(view);
  const iteration = method ? lastIterationOf(view.data, method.id) : null;
  const results = view.summary.results.filter(
    (result) => result.armId === method?.id && result.iteration === iteration,
  );
  const figures = [
    ...results.flatMap((result) => skillFigure(view, result)),
    ...results.flatMap((result) => errorTypeFigure(view, result)),
  ];
  return figures.length === 0 ? null : section("skills", "Where the gain is", figures);
}

function skillFigure(view: ReportView, { benchmarkId, skills }: Result): Html[] {
  if (skills.length === 0) return [];
  const named = skills.map((comparison) => ({ ...comparison, name: comparison.skill }));
  return [comparisonFigure("Accuracy per skill.", benchmarkTitle(view, benchmarkId), named)];
}

function errorTypeFigure(view: ReportView, { benchmarkId, errorTypes }: Result): Html[] {
  if (errorTypes.length === 0) return [];
  const typeName = new Map(view.summary.errorTypes.map(({ id, name }) => [id, name]));
  const named = errorTypes.map((comparison) => ({
    ...comparison,
    name: typeName.get(comparison.errorTypeId) ?? comparison.errorTypeId,
  }));
  const title = "Accuracy per error type of the base model’s attempt.";
  return [comparisonFigure(title, benchmarkTitle(view, benchmarkId), named)];
}

/** Base model above, adapted model below, the largest gain first. */
function comparisonFigure(title: string, benchmark: string, comparisons: readonly NamedComparison[]): Html {
  const sorted = comparisons.toSorted((one, other) => other.gain.value - one.gain.value);
  const problems = comparisons.reduce((sum, { n }) => sum + n, 0);
  return figure(
    { title, note: `${benchmark}, ${plural(problems, "problem")}; sorted by gain, with 95% intervals.` },
    html`${legend([
      { series: "base", label: "base model" },
      { series: "method", label: "after the last iteration" },
    ])}${intervalPlot({
      title: `${title} ${benchmark}`,
      description: sorted.map(({ name, gain }) => `${name} ${points(gain.value)}`).join(", "),
      range: [0, 1],
      formatTick: (share) => percent(share, 0),
      axisTitle: "accuracy",
      columns: [
        { title: "n", width: 40 },
        { title: "before", width: 58 },
        { title: "after", width: 58 },
        { title: "gain", width: 58 },
      ],
      rows: sorted.map((comparison) => ({
        label: comparison.name,
        marks: [mark("base", comparison), mark("method", comparison)],
        columns: [
          count(comparison.n),
          percent(comparison.before.value, 0),
          percent(comparison.after.value, 0),
          points(comparison.gain.value),
        ],
      })),
    })}`,
  );
}

function mark(series: "base" | "method", { name, before, after }: NamedComparison): IntervalMark {
  const { value, interval, count: right, n } = series === "base" ? before : after;
  const when = series === "base" ? "before" : "after";
  return {
    value,
    interval,
    series,
    title: `${name} ${when}: ${right} of ${n}, ${percent(value)} (${percentRange(interval)})`,
  };
}
