import { styleText } from "node:util";
import {
  cost,
  count,
  dollars,
  duration,
  estimated,
  percent,
  plural,
  points,
  pointsRange,
  pValue,
} from "../format.ts";
import { headlineOf, lastResult } from "../headline.ts";
import { domains } from "../summary/results.ts";
import type { Domain, Summary } from "../summary/summary.ts";
import { dialoguesTable } from "./dialogues-table.ts";
import { groupTables, scoreTable } from "./score-tables.ts";
import { selfCorrectionTable } from "./self-correction-table.ts";
import { type Column, layOutTable, wrap } from "./table.ts";

/** No line is longer: it fits a terminal of ordinary width and a code block of a page. */
const width = 100;

type Style = Parameters<typeof styleText>[0];
type Paint = (style: Style, text: string) => string;

/** The figures of a run as text of at most 100 columns. Colours are for terminals: leave them off for files. */
export function renderConsole(summary: Summary, options: { colour?: boolean } = {}): string {
  const paint: Paint = (style, text) =>
    options.colour ? styleText(style, text, { validateStream: false }) : text;
  const sections = [
    heading(summary, paint),
    armsTable(summary, paint),
    iterationsTable(summary, paint),
    ...scoreTables(summary, paint),
    selfCorrectionLines(summary, paint),
    dialogueLines(summary, paint),
    errorTypesTable(summary, paint),
    stagesTable(summary, paint),
    overlapLine(summary),
    warningLines(summary, paint),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

function heading(summary: Summary, paint: Paint): string[] {
  const { name, recipe, targetModel, instructor, seed, contamination, complete } = summary.run;
  const { lead, details } = headlineOf(summary);
  const identity = `${name} · ${recipe} on ${targetModel} · instructor ${instructor} · seed ${seed}`;
  return [
    ...wrap(identity, width).map((line) => paint("dim", line)),
    ...wrap(lead, width).map((line) => paint("bold", line)),
    ...details.flatMap((sentence) => wrap(sentence, width)),
    ...(complete ? [] : [paint("yellow", "The run is not at its end yet.")]),
    ...(contamination ? wrap(`Contaminated: ${contamination}`, width).map((line) => paint("red", line)) : []),
  ];
}

const left = (title: string): Column => ({ title, align: "left" });
const right = (title: string): Column => ({ title, align: "right" });

function table(columns: readonly Column[], rows: readonly (readonly string[])[], paint: Paint): string[] {
  if (rows.length === 0) return [];
  const [titles = "", ...lines] = layOutTable(columns, rows, width);
  return [paint("dim", titles), ...lines];
}

function armsTable(summary: Summary, paint: Paint): string[] {
  const measured = domains.filter((domain) => summary.domains.some((result) => result.domain === domain));
  const columns = [
    left("arm"),
    right("examples"),
    ...measured.flatMap((domain) => [right(domain), right("gain"), left("95% interval")]),
  ];
  const rows = summary.arms
    .filter(({ id }) => measured.some((domain) => lastResult(summary, id, domain)))
    .map(({ id, title, trainingExamples }) => [
      title,
      trainingExamples === null ? "" : count(trainingExamples),
      ...measured.flatMap((domain) => {
        const result = lastResult(summary, id, domain);
        if (!result) return ["", "", ""];
        const { after, gain } = result.comparison;
        return [percent(after.value), points(gain.value), pointsRange(gain.interval)];
      }),
    ]);
  if (rows.length === 0) return [];
  const base = ["base model", "", ...measured.flatMap((domain) => [baseAccuracy(summary, domain), "", ""])];
  return table(columns, [base, ...rows], paint);
}

function baseAccuracy(summary: Summary, domain: Domain): string {
  const result = summary.domains.find((candidate) => candidate.domain === domain);
  return result ? percent(result.comparison.before.value) : "";
}

function iterationsTable(summary: Summary, paint: Paint): string[] {
  const method = summary.arms.find(({ role }) => role === "method");
  const benchmarkTitle = new Map(summary.benchmarks.map(({ id, title }) => [id, title]));
  const columns = [
    ...[right("iteration"), left("benchmark"), right("n"), right("before"), right("after")],
    ...[right("fixed"), right("broken"), right("McNemar p")],
  ];
  const rows = summary.results
    .filter(({ armId }) => armId === method?.id)
    .map(({ iteration, benchmarkId, overall }) => [
      String(iteration),
      benchmarkTitle.get(benchmarkId) ?? benchmarkId,
      count(overall.n),
      percent(overall.before.value),
      percent(overall.after.value),
      overall.fixRate ? percent(overall.fixRate.value) : "",
      overall.regressionRate ? percent(overall.regressionRate.value) : "",
      pValue(overall.pValue),
    ]);
  return table(columns, rows, paint);
}

/** The base model and the method after its last iteration, by every score; subjects of the later one. */
function scoreTables({ scores, arms, benchmarks, run }: Summary, paint: Paint): string[][] {
  const method = arms.find(({ role }) => role === "method");
  const base = scores.find(({ armId }) => armId === null);
  const last = scores.findLast(({ armId }) => armId !== null && armId === method?.id);
  const titleOf = (id: string) => benchmarks.find((benchmark) => benchmark.id === id)?.title ?? id;
  const models = [base, last].filter((model) => model !== undefined);
  const tables = models.map((model) => {
    const title = model.armId === null ? "base model" : `${method?.title}, iteration ${model.iteration}`;
    return scoreTable(model, { title, titleOf, width });
  });
  const groups = models.slice(-1).flatMap((model) => groupTables(model, { titleOf, width }));
  const note = `Scores of the same texts; the headline counts by ${run.primaryScore}.`;
  return [...tables, ...groups].map(([titles = "", ...lines], index) => [
    ...(index === 0 ? [paint("dim", note)] : []),
    paint("dim", titles),
    ...lines,
  ]);
}

function selfCorrectionLines({ selfCorrection, arms }: Summary, paint: Paint): string[] {
  return selfCorrection ? underDimTitles(selfCorrectionTable(selfCorrection, tableOptions(arms)), paint) : [];
}

function dialogueLines({ dialogues, arms }: Summary, paint: Paint): string[] {
  return dialogues ? underDimTitles(dialoguesTable(dialogues, tableOptions(arms)), paint) : [];
}

const tableOptions = (arms: Summary["arms"]) => ({
  titleOf: (armId: string | null) =>
    armId === null ? "base model" : (arms.find(({ id }) => id === armId)?.title ?? armId),
  width,
});

const underDimTitles = ([titles = "", ...lines]: string[], paint: Paint): string[] => [
  paint("dim", titles),
  ...lines,
];

function errorTypesTable({ errorTypes }: Summary, paint: Paint): string[] {
  const columns = [...[right("iteration"), left("error type"), right("bad cases"), right("right now")]];
  const rows = errorTypes.map(({ iteration, name, badCases, rightAfter }) => [
    String(iteration),
    name,
    count(badCases),
    rightAfter.length === 0 ? "" : count(rightAfter.at(-1)!.right),
  ]);
  return table(columns, rows, paint);
}

function stagesTable({ arms, stages, timings, totals }: Summary, paint: Paint): string[] {
  const title = new Map(arms.map((arm) => [arm.id, arm.title]));
  const isPaid = totals.cost !== 0;
  const columns = [
    ...[left("stage"), left("arm"), right("iteration"), right("in"), right("done"), right("not done")],
    ...[right("pending"), right("calls"), right("time"), ...(isPaid ? [right("cost")] : [])],
  ];
  const rows = stages.map((stage, index) => [
    stage.stage,
    title.get(stage.armId) ?? stage.armId,
    String(stage.iteration),
    count(stage.in),
    count(stage.done),
    count(Object.values(stage.notDone).reduce((sum, items) => sum + items, 0)),
    count(stage.pending),
    count(stage.calls),
    duration(timings.stages[index]?.seconds ?? 0),
    ...(isPaid ? [stage.cost === null ? "unknown" : dollars(stage.cost)] : []),
  ]);
  const tokens = `${count(totals.inputTokens)} tokens in, ${count(totals.outputTokens)} out`;
  const total = `${count(totals.calls)} calls, ${tokens}, ${cost(totals.cost)}${estimated(totals.estimatedCalls)}`;
  return rows.length === 0 ? [] : [...table(columns, rows, paint), paint("dim", total)];
}

/** How much of what the method trained on stands in the benchmarks; nothing where nothing was trained or measured. */
function overlapLine({ arms, overlap: { nGram, rougeL, arms: overlaps } }: Summary): string[] {
  const method = arms.find(({ role }) => role === "method");
  const own = overlaps.filter(({ armId }) => armId === method?.id);
  if (own.length === 0) return [];
  const ofBenchmarks = own.map(
    ({ benchmarkId, nGrams, questions }) =>
      `${benchmarkId} ${count(nGrams.examples)} by ${nGram}-grams, ${count(questions.examples)} by Rouge-L above ${rougeL}`,
  );
  return wrap(
    `Overlap of the ${plural(own[0]!.examples, "training example")} with benchmarks: ${ofBenchmarks.join("; ")}.`,
    width,
  );
}

function warningLines({ warnings }: Summary, paint: Paint): string[] {
  return warnings.flatMap(({ message, advice }) => [
    ...wrap(`Warning: ${message}`, width).map((line) => paint("yellow", line)),
    ...wrap(advice, width - 2).map((line) => `  ${line}`),
  ]);
}
