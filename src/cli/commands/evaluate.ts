import { loadConfig } from "../../config/load.ts";
import { defineCommand } from "../command.ts";
import { evaluationTable } from "../evaluate/evaluation-table.ts";
import { findAdapter } from "../evaluate/find-adapter.ts";
import { performEvaluation } from "../evaluate/perform-evaluation.ts";
import { exitCode } from "../exit-code.ts";
import { withRun } from "../run/open-run.ts";
import { configFolderOf } from "../run/run-record.ts";

export const evaluate = defineCommand({
  name: "evaluate",
  description: "Measure an adapter of a run, or the base model, on benchmarks",
  arguments: {
    config: {
      type: "positional",
      required: false,
      description: "Configuration file with the benchmarks; else the run's own configuration",
    },
    run: { type: "string", required: true, valueHint: "DIR", description: "Run folder" },
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
  ],
  run: (args, environment) =>
    withRun(args.run, environment.workingFolder, async (run) => {
      const { workingFolder, output } = environment;
      const loaded =
        args.config === undefined
          ? { config: run.record.config, folder: configFolderOf(run.folder, run.record) }
          : await loadConfig(args.config, workingFolder);
      const adapter = findAdapter(run.store, args.adapter);
      const evaluated = await performEvaluation(
        {
          run,
          config: loaded.config,
          configFolder: loaded.folder,
          adapter,
          benchmarks: args.benchmark?.split(","),
        },
        environment,
      );
      output.write(`${adapter.name}\n${evaluationTable(evaluated, output.columns()).join("\n")}\n`);
      return exitCode.done;
    }),
});
