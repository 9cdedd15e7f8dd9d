import type { SplitName } from "../../datasets/registry/index.ts";
import { dataStorage } from "../../datasets/storage/index.ts";
import { defineCommand, positiveInteger, UsageError } from "../command.ts";
import { dataSetsNamed } from "../data/data-sets-named.ts";
import { listData } from "../data/list-data.ts";
import { pullData } from "../data/pull-data.ts";
import { showData } from "../data/show-data.ts";
import { exitCode } from "../exit-code.ts";

const actions = ["list", "pull", "show"] as const;

export const data = defineCommand({
  name: "data",
  description: "List the data sets that a configuration can name, download them, or show one",
  arguments: {
    action: { type: "positional", required: true, description: actions.join(", ") },
    names: {
      type: "positional",
      required: false,
      description: "For pull: data sets, parted by commas, or all; for show: one data set",
    },
    split: { type: "enum", options: ["train", "test"], description: "Of each data set, only this split" },
    problems: {
      type: "string",
      valueHint: "N",
      default: "1",
      description: "For show: how many problems of each split",
    },
  },
  examples: [
    { command: "errata data list", explanation: "names, sizes, licences, and what is here" },
    { command: "errata data pull gsm8k,math", explanation: "download, check and keep" },
    {
      command: "errata data show math --split test --problems 3",
      explanation: "source, broken rows and what is done about them, and problems",
    },
  ],
  async run(args, environment) {
    const storage = dataStorage(environment.variables);
    const { output } = environment;
    // The parser has checked it against the options.
    const split = args.split as SplitName | undefined;
    if (args.action === "list") {
      listData(storage, output);
      return exitCode.done;
    }
    if (args.action !== "pull" && args.action !== "show") {
      throw new UsageError(`There is no "data ${args.action}". There are ${actions.join(", ")}.`);
    }
    const named = dataSetsNamed(nameNeeded(args.names, args.action));
    if (args.action === "pull") {
      await pullData(named, split, storage, environment);
      return exitCode.done;
    }
    const problems = positiveInteger("problems", args.problems) ?? 1;
    for (const dataSet of named) await showData({ dataSet, split, problems }, storage, output);
    return exitCode.done;
  },
});

function nameNeeded(names: string | undefined, action: string): string {
  if (names !== undefined) return names;
  throw new UsageError(`"data ${action}" needs the name of a data set; \`errata data list\` shows them.`);
}
