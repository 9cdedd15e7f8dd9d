import { loadGiven } from "../../config/given.ts";
import { primaryScoreOf } from "../../config/graders-of.ts";
import { modelPrices } from "../../config/model-prices.ts";
import type { Config } from "../../config/schema.ts";
import { dataStorage } from "../../datasets/storage/index.ts";
import type { BenchmarkProblem, EvaluatedProblem } from "../../domain/evaluation.ts";
import type { Given } from "../../engine/execute-run.ts";
import { type Plan, planRun, type Recipe } from "../../engine/recipe.ts";
import type { RunStore } from "../../engine/run-store.ts";
import { ErrataError } from "../../foundation/errors.ts";
import { costOf, type ModelPrices } from "../../models/prices/index.ts";
import type { Benchmark } from "../../report/report-data.ts";
import { type ScoreSheet, scoreSheetOf } from "../../report/summary/score-sheet.ts";
import { evaluate } from "../../stages/evaluate.ts";
import { pullMissing } from "../data/pull-missing.ts";
import type { Environment } from "../environment.ts";
import { executeWithProgress } from "../run/execute-with-progress.ts";
import type { EvaluationPlace } from "./evaluated-run.ts";
import type { EvaluationReport } from "./evaluation-report.ts";
import { withEvaluationStore } from "./evaluation-store.ts";
import type { NamedAdapter } from "./find-adapter.ts";

export interface EvaluationRequest {
  place: EvaluationPlace;
  config: Config;
  /** Where the configuration's relative paths start. */
  configFolder: string;
  adapter: NamedAdapter;
  /** Names of benchmarks; all of the configuration's where undefined. */
  benchmarks: readonly string[] | undefined;
}

const evaluation: Recipe = {
  name: "evaluation",
  method: { name: "method", atStart: [{ stage: evaluate }] },
  controls: [],
};

/**
 * Evaluates an adapter of a run, or the base model, on benchmarks of a configuration, within its budget. Throws a
 * `BudgetReachedError` where that is reached.
 */
export async function performEvaluation(
  request: EvaluationRequest,
  environment: Environment,
): Promise<EvaluationReport> {
  const { place, config, configFolder, adapter } = request;
  const benchmarkProblems = await problemsOf(request, environment);
  const given: Given = { benchmarkProblems, ...(adapter.adapter ? { adapters: [adapter.adapter] } : {}) };
  const plan = planOfEvaluation(config);
  const services = await environment.createServices(config, configFolder, place.folder);
  refuseAnotherBase(request, services.server.baseId);
  const prices = pricesOf(request, environment);

  return withEvaluationStore(place, async ({ joint, own, folder }) => {
    const paidBefore = costOf(own.usage(), prices);
    const budget = config.budget && { ...config.budget, prices };
    const options = { plan, given, seed: config.seed, services, store: joint, folder, budget };
    await executeWithProgress(options, environment);
    return {
      model: adapter.name,
      decidedBy: primaryScoreOf(config),
      rules: (services.benchmarkGrader ?? services.grader).id,
      ...resultsOf(own, plan, config, benchmarkProblems),
      paid: difference(costOf(own.usage(), prices), paidBefore),
    };
  });
}

function planOfEvaluation({ stages }: Config): Plan {
  return planRun(evaluation, {
    iterations: 0,
    overrides: stages.evaluate ? { evaluate: stages.evaluate } : {},
    given: ["benchmarkProblems", "adapters"],
  });
}

const difference = (after: number | null, before: number | null): number | null =>
  after === null || before === null ? null : after - before;

function pricesOf({ place, config }: EvaluationRequest, { clock }: Environment): ModelPrices {
  const earlier = place.run ? { earlier: place.run.record.prices } : {};
  return modelPrices(config, { ...earlier, instant: clock.instant() });
}

async function problemsOf(
  { config, configFolder, benchmarks }: EvaluationRequest,
  { variables, errors }: Environment,
): Promise<BenchmarkProblem[]> {
  const known = Object.keys(config.data.benchmarks);
  const unknown = benchmarks?.find((name) => !known.includes(name));
  if (unknown !== undefined || known.length === 0) {
    throw new ErrataError(
      unknown === undefined
        ? "The configuration has no benchmarks."
        : `The configuration has no benchmark "${unknown}".`,
      {
        advice:
          known.length > 0 ? `Its benchmarks are ${known.join(", ")}.` : "Name some under `data.benchmarks`.",
      },
    );
  }
  const storage = dataStorage(variables);
  await pullMissing(config, storage, errors);
  const { benchmarkProblems: problems = [] } = await loadGiven(config, configFolder, storage, (sentence) =>
    errors.write(`${sentence}\n`),
  );
  return benchmarks ? problems.filter(({ benchmark }) => benchmarks.includes(benchmark)) : problems;
}

function refuseAnotherBase({ place: { run }, adapter }: EvaluationRequest, baseId: string): void {
  if (adapter.adapter === null || run?.record.services.target === baseId) return;
  throw new ErrataError(
    `The adapter was trained on ${run?.record.services.target}, and the configuration names ${baseId}.`,
    { advice: "An adapter fits its own base model alone: name the run's target in the configuration." },
  );
}

function resultsOf(
  store: RunStore,
  plan: Plan,
  config: Config,
  problems: readonly BenchmarkProblem[],
): { sheet: ScoreSheet; notDone: Record<string, number> } {
  const { id } = plan.method[0]!;
  const evaluated = store.artifacts(id, "evaluatedProblems");
  return {
    sheet: sheetOf(evaluated, problems, config),
    notDone: store.step(id)?.counts?.notDone ?? {},
  };
}

function sheetOf(
  evaluated: readonly EvaluatedProblem[],
  problems: readonly BenchmarkProblem[],
  { data: { outOfDomain }, seed }: Config,
): ScoreSheet {
  const byBenchmark = Map.groupBy(evaluated, ({ benchmark }) => benchmark);
  const measured = [...Map.groupBy(problems, ({ benchmark }) => benchmark)].map(([id, members]) => ({
    benchmark: {
      id,
      title: id,
      domain: outOfDomain.includes(id) ? "out-of-domain" : "in-domain",
      problems: members.map((problem) => ({ ...problem, errorTypeIds: [] })),
    } satisfies Benchmark,
    attempts: (byBenchmark.get(id) ?? []).map(({ attempt, scores }) => ({ ...attempt, scores })),
  }));
  return scoreSheetOf(measured, seed);
}
