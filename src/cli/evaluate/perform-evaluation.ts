import { join } from "node:path";
import { loadGiven } from "../../config/given.ts";
import type { Config } from "../../config/schema.ts";
import { dataStorage } from "../../datasets/storage/index.ts";
import type { EvaluatedProblem } from "../../domain/evaluation.ts";
import type { Given } from "../../engine/execute-run.ts";
import { planRun, type Recipe } from "../../engine/recipe.ts";
import { claimRunFolder, type RunFolder } from "../../engine/run-folder.ts";
import type { RunStore } from "../../engine/run-store.ts";
import { openSqliteRunStore } from "../../engine/sqlite-run-store.ts";
import { ErrataError } from "../../foundation/errors.ts";
import { evaluate } from "../../stages/evaluate.ts";
import type { Environment } from "../environment.ts";
import { executeWithProgress } from "../run/execute-with-progress.ts";
import type { OpenRun } from "../run/open-run.ts";
import type { NamedAdapter } from "./find-adapter.ts";

export interface EvaluationRequest {
  run: OpenRun;
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
 * Evaluates an adapter of a run, or the base model, on benchmarks of a configuration. The results lie in a store of
 * their own beside the run's, so that the run stays what it was; responses of either are not asked for again.
 */
export async function performEvaluation(
  request: EvaluationRequest,
  environment: Environment,
): Promise<EvaluatedProblem[]> {
  const { run, config, configFolder, adapter } = request;
  const given: Given = {
    benchmarkProblems: await benchmarkProblems(request, environment),
    ...(adapter.adapter ? { adapters: [adapter.adapter] } : {}),
  };
  const plan = planRun(evaluation, {
    iterations: 0,
    overrides: config.stages.evaluate ? { evaluate: config.stages.evaluate } : {},
    given: ["benchmarkProblems", "adapters"],
  });
  const services = await environment.createServices(config, configFolder, run.folder.batchesDirectory);
  refuseAnotherBase(request, services.server.baseId);

  return withEvaluationStore(run, async (store, folder) => {
    await executeWithProgress({ plan, given, seed: config.seed, services, store, folder }, environment);
    return store.artifacts(plan.method[0]!.id, "evaluatedProblems");
  });
}

async function benchmarkProblems(
  { config, configFolder, benchmarks }: EvaluationRequest,
  { variables }: Environment,
) {
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
  const { benchmarkProblems: problems = [] } = await loadGiven(config, configFolder, dataStorage(variables));
  return benchmarks ? problems.filter(({ benchmark }) => benchmarks.includes(benchmark)) : problems;
}

function refuseAnotherBase({ run, adapter }: EvaluationRequest, baseId: string): void {
  if (adapter.adapter === null || run.record.services.target === baseId) return;
  throw new ErrataError(
    `The adapter was trained on ${run.record.services.target}, and the configuration names ${baseId}.`,
    { advice: "An adapter fits its own base model alone: name the run's target in the configuration." },
  );
}

async function withEvaluationStore<Result>(
  run: OpenRun,
  work: (store: RunStore, folder: RunFolder) => Promise<Result>,
): Promise<Result> {
  const { folder, release } = claimRunFolder(run.folder.path);
  try {
    const store = openSqliteRunStore(join(folder.path, "evaluations.sqlite"));
    try {
      return await work(
        { ...store, response: (key) => store.response(key) ?? run.store.response(key) },
        folder,
      );
    } finally {
      store.close();
    }
  } finally {
    release();
  }
}
