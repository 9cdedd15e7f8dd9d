import { canonicalJson, type Json } from "../../foundation/content-key.ts";
import { proportion } from "../../foundation/statistics.ts";
import { sumOfCosts } from "../../models/prices/index.ts";
import { tally } from "../../stages/stage.ts";
import { findFailureSigns } from "../failure-signs.ts";
import type { Benchmark, ReportData, StageAccount, Training } from "../report-data.ts";
import { summarizeDialogues } from "./dialogues.ts";
import { modelScoresOf } from "./model-scores.ts";
import { isRight } from "./paired-problems.ts";
import { domainResultsOf, marginsOf, resultsOf } from "./results.ts";
import { summarizeSelection } from "./selection-summary.ts";
import { summarizeSelfCorrection } from "./self-correction.ts";
import type { Summary, Totals, TrainingSummary } from "./summary.ts";
import { summarizeVotes } from "./votes.ts";

/** The figures of a run, from everything it kept. */
export function buildSummary(data: ReportData): Summary {
  const { configText: _, startedAt, finishedAt, ...run } = data.run;
  const figures = {
    arms: data.arms.map((arm) => ({
      ...arm,
      trainingExamples: trainingExamplesOf(data, arm.id),
      cost: costOfArm(data, arm.id),
    })),
    domains: domainResultsOf(data),
    margins: marginsOf(data),
    errorTypes: data.errorTypes.map(({ iteration, id, name, badCases, rightAfter }) => ({
      iteration,
      id,
      name,
      badCases,
      rightAfter,
    })),
    selections: data.selections.map(summarizeSelection),
  };
  return {
    format: 1,
    run: { ...run, complete: finishedAt !== null },
    benchmarks: data.benchmarks.map((benchmark) => summarizeBenchmark(data, benchmark)),
    ...figures,
    scores: modelScoresOf(data),
    results: resultsOf(data),
    trainings: data.trainings.map(summarizeTraining),
    overlap: data.overlap,
    selfCorrection: summarizeSelfCorrection(data),
    dialogues: summarizeDialogues(data),
    votes: summarizeVotes(data),
    mistakes: data.mistakes.map(({ mistakes, ...model }) => ({
      ...model,
      labels: tally(mistakes.map(({ label }) => label)),
    })),
    stages: data.stages.map(({ seconds: _, cachedCalls: __, ...counts }) => counts),
    totals: totalsOf(data.stages),
    warnings: [...data.warnings, ...findFailureSigns({ ...figures, stages: data.stages })],
    timings: {
      startedAt,
      finishedAt,
      stages: data.stages.map(({ armId, iteration, stage, seconds, cachedCalls }) => ({
        armId,
        iteration,
        stage,
        seconds,
        cachedCalls,
      })),
    },
  };
}

/** The text of `summary.json`: keys in canonical order, fractions to six significant digits, indented. */
export function summaryJson(summary: Summary): string {
  const canonical = canonicalJson(summary as unknown as Json);
  const round = (_key: string, value: unknown) =>
    typeof value === "number" && !Number.isInteger(value) ? Number(value.toPrecision(6)) : value;
  return `${JSON.stringify(JSON.parse(canonical, round), null, 2)}\n`;
}

function summarizeBenchmark(
  data: ReportData,
  { problems, ...benchmark }: Benchmark,
): Summary["benchmarks"][0] {
  const base = data.baseEvaluations.find(({ benchmarkId }) => benchmarkId === benchmark.id);
  const attempts = base?.attempts ?? [];
  return {
    ...benchmark,
    problems: problems.length,
    base: attempts.length === 0 ? null : proportion(attempts.filter(isRight).length, attempts.length),
  };
}

/** Examples behind an arm's last adapter. */
function trainingExamplesOf(data: ReportData, armId: string): number | null {
  const trainings = data.trainings.filter((training) => training.armId === armId);
  const last = trainings.reduce<Training | null>(
    (latest, training) => (latest && latest.iteration > training.iteration ? latest : training),
    null,
  );
  return last?.adapter.examples ?? null;
}

function costOfArm({ stages }: ReportData, armId: string): number | null {
  return sumOfCosts(stages.filter((stage) => stage.armId === armId).map(({ cost }) => cost));
}

function summarizeTraining({ armId, iteration, adapter }: Training): TrainingSummary {
  return {
    armId,
    iteration,
    examples: adapter.examples,
    skippedExamples: adapter.skipped.length,
    trainedTokens: adapter.trainedTokens,
    steps: adapter.losses.length,
    firstLoss: adapter.losses.at(0) ?? null,
    lastLoss: adapter.losses.at(-1) ?? null,
    heldOutLosses: adapter.heldOutLosses ?? [],
    adapterDigest: adapter.digest,
  };
}

function totalsOf(stages: readonly StageAccount[]): Totals {
  const total = (figure: (stage: StageAccount) => number) =>
    stages.reduce((sum, stage) => sum + figure(stage), 0);
  return {
    calls: total(({ calls }) => calls),
    inputTokens: total(({ inputTokens }) => inputTokens),
    outputTokens: total(({ outputTokens }) => outputTokens),
    estimatedCalls: total(({ estimatedCalls }) => estimatedCalls),
    cost: sumOfCosts(stages.map(({ cost }) => cost)),
  };
}
