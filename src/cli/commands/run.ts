import { resolve } from "node:path";
import { type LoadedConfig, loadConfig } from "../../config/load.ts";
import { defineCommand, positiveInteger } from "../command.ts";
import { limitConfig } from "../run/limit-config.ts";
import { performRun } from "../run/perform-run.ts";

export const run = defineCommand({
  name: "run",
  description: "Run a configuration to its end, or go on where it stopped",
  arguments: {
    config: {
      type: "positional",
      required: false,
      description:
        "Configuration file; else ./errata.config.{ts,js,yaml,yml,json}, else the embedded default",
    },
    out: { type: "string", valueHint: "DIR", description: "Run folder; else runs/<name>" },
    limit: {
      type: "string",
      valueHint: "N",
      description: "Try it cheaply: at most N problems of every source, in a run folder of its own",
    },
    until: {
      type: "string",
      valueHint: "STAGE",
      description: "End after this stage of the first iteration; later stages that are stored stay",
    },
    review: {
      type: "boolean",
      description: "Wait for a person to review the error types of every iteration",
    },
  },
  examples: [
    { command: "errata run", explanation: "run ./errata.config.ts or .yaml, or the embedded default" },
    { command: "errata run gsm8k.yaml --limit 20", explanation: "try a configuration cheaply" },
    { command: "errata run --until synthesize", explanation: "make new problems, train nothing" },
    { command: "errata run --review", explanation: "edit the error types before they are used" },
    { command: "errata run --out /data/my-run", explanation: "keep the run somewhere else" },
  ],
  async run(args, environment) {
    const { workingFolder } = environment;
    const loaded = await loadConfig(args.config, workingFolder);
    const limit = positiveInteger("limit", args.limit);
    const untilStage = args.until === undefined ? {} : { until: args.until };
    const full = { ...loaded.config, ...untilStage };
    const config = limit === undefined ? full : limitConfig(full, limit);
    const path =
      args.out === undefined
        ? runFolderOf({ ...loaded, config }, workingFolder)
        : resolve(workingFolder, args.out);
    return performRun(
      { config, configFolder: loaded.folder, path, review: args.review === true },
      environment,
    );
  },
});

/** `out` is a path of the configuration; without it runs lie where the command is given. */
function runFolderOf({ config, folder }: LoadedConfig, workingFolder: string): string {
  return config.out === undefined ? resolve(workingFolder, "runs", config.name) : resolve(folder, config.out);
}
