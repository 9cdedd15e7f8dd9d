import { resolve } from "node:path";
import { loadExperiment } from "../../experiment/index.ts";
import { defineCommand, positiveInteger } from "../command.ts";
import { exitCode } from "../exit-code.ts";
import { checkCells } from "../experiment/check-cells.ts";
import { limitExperiment } from "../experiment/limit-experiment.ts";
import { performExperiment } from "../experiment/perform-experiment.ts";
import { planText } from "../experiment/plan-text.ts";

export const experiment = defineCommand({
  name: "experiment",
  description: "Run every variation of a configuration with every seed, and compare them",
  arguments: {
    file: { type: "positional", required: true, description: "Experiment file (YAML, JSON, TypeScript)" },
    out: {
      type: "string",
      valueHint: "DIR",
      description: "Folder of its runs; else runs/experiments/<name>",
    },
    limit: {
      type: "string",
      valueHint: "N",
      description: "Try it cheaply: at most N problems of every source, in a folder of its own",
    },
    plan: { type: "boolean", description: "List the cells and how far they are; run nothing" },
  },
  examples: [
    { command: "errata experiment experiments/selection.yaml", explanation: "run it, or go on with it" },
    { command: "errata experiment experiments/selection.yaml --plan", explanation: "see what it would run" },
    { command: "errata experiment experiments/selection.yaml --limit 20", explanation: "try it cheaply" },
  ],
  async run(args, environment) {
    const { workingFolder, output } = environment;
    const full = await loadExperiment(args.file, workingFolder);
    const limit = positiveInteger("limit", args.limit);
    const limited = limit === undefined ? full : limitExperiment(full, limit);
    checkCells(limited);
    const path = resolve(workingFolder, args.out ?? `runs/experiments/${limited.name}`);
    if (args.plan) {
      output.write(planText(limited, path));
      return exitCode.done;
    }
    return performExperiment(limited, path, environment);
  },
});
