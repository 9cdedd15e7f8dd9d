import { defineCommand } from "../command.ts";
import { exitCode } from "../exit-code.ts";
import { withRun } from "../run/open-run.ts";
import { describeItem } from "../show/describe-item.ts";

export const show = defineCommand({
  name: "show",
  description: "Show everything that a run knows of one item",
  arguments: {
    run: { type: "positional", required: true, description: "Run folder" },
    item: {
      type: "positional",
      required: true,
      description: "Id of a problem or of a synthetic problem, or its beginning",
    },
  },
  examples: [
    {
      command: "errata show runs/embedded-default gsm8k-train-12",
      explanation: "attempts, diagnosis, error types",
    },
    {
      command: "errata show runs/embedded-default synthetic-1-wrong-operation-0-3",
      explanation: "seeds, score, rank, the training example it became, or why it was dropped",
    },
  ],
  async run(args, { workingFolder, output }) {
    await withRun(args.run, workingFolder, ({ store }) => output.write(describeItem(store, args.item)));
    return exitCode.done;
  },
});
