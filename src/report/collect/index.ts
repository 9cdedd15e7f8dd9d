import type { RunStore, StoredStep } from "../../engine/run-store.ts";
import { givenStep } from "../../engine/run-view.ts";
import type { ModelPrices } from "../../models/prices/index.ts";
import { measureOverlap, type OverlapSettings } from "../overlap/measure-overlap.ts";
import type { ReportData, ReportedRun } from "../report-data.ts";
import { armsOf } from "./arms.ts";
import { dialoguesOf } from "./dialogues.ts";
import { errorTypeIdsOnBenchmarks, errorTypesOf } from "./error-types.ts";
import { selfCorrectionOf } from "./self-correction.ts";
import { stageAccountOf } from "./stage-accounts.ts";
import { trainedTextsOf } from "./trained-texts.ts";

/** Reads out of a run's store everything that its report is made from. `outOfDomain` names benchmarks. */
export function collectReportData(
  store: RunStore,
  run: ReportedRun,
  options: { outOfDomain: readonly string[]; prices: ModelPrices; overlap: OverlapSettings },
): ReportData {
  const steps = store.steps().filter(({ id }) => id !== givenStep);
  const usage = Map.groupBy(store.usage(), ({ step }) => step);
  const evaluations = stepsOf(steps, "evaluate");
  const benchmarks = benchmarksOf(store, steps, options.outOfDomain);
  return {
    run,
    arms: armsOf(steps, run.recipe),
    benchmarks,
    baseEvaluations: evaluations
      .filter(({ iteration }) => iteration === 0)
      .flatMap(({ id }) => attemptsByBenchmark(store, id)),
    evaluations: evaluations
      .filter(({ iteration }) => iteration > 0)
      .flatMap(({ id, line, iteration }) =>
        attemptsByBenchmark(store, id).map((evaluation) => ({ armId: line, iteration, ...evaluation })),
      ),
    stages: steps.map((step) => stageAccountOf(step, usage.get(step.id) ?? [], options.prices)),
    errorTypes: errorTypesOf(store, steps),
    selections: stepsOf(steps, "select").map(({ id, line, iteration }) => {
      const scores = store.artifacts(id, "selectionScores");
      return {
        armId: line,
        iteration,
        devSize: scores.reduce((most, { evaluations }) => Math.max(most, evaluations), 0),
        scores,
      };
    }),
    trainings: stepsOf(steps, "train").flatMap(({ id, line, iteration }) =>
      store.artifacts(id, "adapters").map((adapter) => ({ armId: line, iteration, adapter })),
    ),
    overlap: {
      ...options.overlap,
      arms: trainedTextsOf(store, steps).flatMap(({ armId, texts }) =>
        benchmarks.map((benchmark) => ({ armId, ...measureOverlap(texts, benchmark, options.overlap) })),
      ),
    },
    selfCorrection: selfCorrectionOf(store, steps),
    dialogues: dialoguesOf(store, steps),
    mistakes: stepsOf(steps, "analyse-benchmarks").flatMap(({ id, line, iteration }) => {
      const mistakes = store.artifacts(id, "benchmarkMistakes");
      return mistakes.length > 0 ? [{ armId: iteration === 0 ? null : line, iteration, mistakes }] : [];
    }),
    votes: stepsOf(steps, "majority").map(({ id, line, iteration }) => ({
      armId: iteration === 0 ? null : line,
      iteration,
      votes: store.artifacts(id, "majorityVotes"),
    })),
    warnings: [],
  };
}

function stepsOf(steps: readonly StoredStep[], stage: string): StoredStep[] {
  return steps.filter((step) => step.stage === stage && step.state === "done");
}

function benchmarksOf(
  store: RunStore,
  steps: readonly StoredStep[],
  outOfDomain: readonly string[],
): ReportData["benchmarks"] {
  const problems = Map.groupBy(store.artifacts(givenStep, "benchmarkProblems"), ({ benchmark }) => benchmark);
  const errorTypeIds = errorTypeIdsOnBenchmarks(store, steps);
  return [...problems].map(([id, members]) => ({
    id,
    title: id,
    domain: outOfDomain.includes(id) ? "out-of-domain" : "in-domain",
    problems: members.map(({ benchmark, ...problem }) => ({
      ...problem,
      errorTypeIds: errorTypeIds(benchmark, problem.id),
    })),
  }));
}

function attemptsByBenchmark(store: RunStore, step: string): ReportData["baseEvaluations"] {
  const evaluated = Map.groupBy(store.artifacts(step, "evaluatedProblems"), ({ benchmark }) => benchmark);
  return [...evaluated].map(([benchmarkId, rows]) => ({
    benchmarkId,
    attempts: rows.map(({ attempt, scores }) => (scores ? { ...attempt, scores } : attempt)),
  }));
}
