import { resolve } from "node:path";
import { type LoadedConfig, loadConfig } from "../../config/load.ts";
import { positiveInteger } from "../command.ts";
import { limitConfig } from "./limit-config.ts";
import type { RunRequest } from "./perform-run.ts";

/** Arguments that say which run is meant. */
export const runArguments = {
  config: {
    type: "positional",
    required: false,
    description: "Configuration file; else ./errata.config.{ts,js,yaml,yml,json}, else the embedded default",
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
} as const;

/** The run that the arguments mean: its configuration, and where it lies. */
export async function resolveRun(
  args: { [Name in keyof typeof runArguments]?: string | undefined },
  workingFolder: string,
): Promise<Omit<RunRequest, "review">> {
  const loaded = await loadConfig(args.config, workingFolder);
  const limit = positiveInteger("limit", args.limit);
  const untilStage = args.until === undefined ? {} : { until: args.until };
  const full = { ...loaded.config, ...untilStage };
  const config = limit === undefined ? full : limitConfig(full, limit);
  const path =
    args.out === undefined
      ? runFolderOf({ ...loaded, config }, workingFolder)
      : resolve(workingFolder, args.out);
  return { config, configFolder: loaded.folder, path };
}

/** `out` is a path of the configuration; without it runs lie where the command is given. */
function runFolderOf({ config, folder }: LoadedConfig, workingFolder: string): string {
  return config.out === undefined ? resolve(workingFolder, "runs", config.name) : resolve(folder, config.out);
}
