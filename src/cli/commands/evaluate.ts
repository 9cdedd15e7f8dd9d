import { type LoadedConfig, loadConfig } from "../../config/load.ts";
import { BudgetReachedError } from "../../engine/budget.ts";
import { defineCommand } from "../command.ts";
import type { Environment } from "../environment.ts";
import { type EvaluationPlace, withRunIfAny } from "../evaluate/evaluated-run.ts";
import { evaluationJson, evaluationText } from "../evaluate/evaluation-report.ts";
import { findAdapter, type NamedAdapter } from "../evaluate/find-adapter.ts";
import { performEvaluation } from "../evaluate/perform-evaluation.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { withRun } from "../run/open-run.ts";
import { resolveRun } from "../run/resolve-run.ts";
import { configFolderOf } from "../run/run-record.ts";

export const evaluate = defineCommand({
  name: "evaluate",
  description: "Measure the base model of a configuration, or an adapter of a run, on benchmarks",
  arguments: {
    config: {
      type: "positional",
      required: false,
      description: "Configuration file with the benchmarks; else the run's own configuration",
    },
    run: {
      type: "string",
      valueHint: "DIR",
      description: "Run folder; else that of the configuration, whether it was run or not",
    },
    adapter: {
      type: "string",
      valueHint: "KEY|base",
      description: "Beginning of an adapter's key, or base; else the newest adapter of the method",
    },
    benchmark: {
      type: "string",
      valueHint: "NAME,…",
      description: "Benchmarks of the configuration; else all",
    },
    json: { type: "boolean", description: "Write the figures as JSON" },
  },
  examples: [
    {
      command: "errata evaluate --run runs/embedded-default",
      explanation: "the newest adapter on every benchmark",
    },
    { command: "errata evaluate --run runs/embedded-default --adapter base", explanation: "the base model" },
    {
      command: "errata evaluate other.yaml --run runs/embedded-default --benchmark svamp",
      explanation: "on a benchmark of another configuration",
    },
    { command: "errata evaluate gsm8k.yaml --json", explanation: "a model that was never trained" },
  ],
  async run(args, environment) {
    const { workingFolder, output } = environment;
    const work = async (
      place: EvaluationPlace,
      { config, folder }: Pick<LoadedConfig, "config" | "folder">,
    ) => {
      const adapter = adapterOf(place, args.adapter);
      const benchmarks = args.benchmark?.split(",");
      const report = await performEvaluation(
        { place, config, configFolder: folder, adapter, benchmarks },
        environment,
      );
      output.write(args.json ? evaluationJson(report) : evaluationText(report, output.columns()));
      return exitCode.done;
    };
    return tellBudget(environment, async () => {
      if (args.run === undefined) {
        const { config, configFolder, path } = await resolveRun({ config: args.config }, workingFolder);
        return withRunIfAny(path, (place) => work(place, { config, folder: configFolder }));
      }
      return withRun(args.run, workingFolder, async (run) =>
        work(
          { folder: run.folder, run },
          args.config === undefined
            ? { config: run.record.config, folder: configFolderOf(run.folder, run.record) }
            : await loadConfig(args.config, workingFolder),
        ),
      );
    });
  },
});

const baseModel: NamedAdapter = { name: "the base model", adapter: null };

/** A folder without a run has its base model alone. */
function adapterOf({ run }: EvaluationPlace, wanted: string | undefined): NamedAdapter {
  return run === null && (wanted === undefined || wanted === "base")
    ? baseModel
    : findAdapter(run?.store, wanted);
}

/** A budget that is reached is no failure: what was paid for is kept. */
async function tellBudget({ errors }: Environment, work: () => Promise<ExitCode>): Promise<ExitCode> {
  try {
    return await work();
  } catch (error) {
    if (!BudgetReachedError.isInstance(error)) throw error;
    errors.write(`${error.message} ${error.advice}\n`);
    return exitCode.budgetReached;
  }
}
