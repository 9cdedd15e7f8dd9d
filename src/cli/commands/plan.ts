import { wrap } from "../../report/console/table.ts";
import { defineCommand, positiveInteger } from "../command.ts";
import { exitCode } from "../exit-code.ts";
import { estimateCost } from "../plan/estimate-cost.ts";
import { planJson } from "../plan/plan-json.ts";
import { planNotes } from "../plan/plan-notes.ts";
import { planTable } from "../plan/plan-table.ts";
import { resolveRun, runArguments } from "../run/resolve-run.ts";

/** Widest text that is still easy to read. */
const widest = 100;

export const plan = defineCommand({
  name: "plan",
  description: "Estimate the calls, tokens and money of a run before it starts",
  arguments: {
    ...runArguments,
    sample: {
      type: "string",
      valueHint: "N",
      default: "20",
      description: "Ask about N seed problems to measure, stored for the run; 0 asks nothing and assumes",
    },
    json: { type: "boolean", description: "Write the estimate as JSON" },
  },
  examples: [
    { command: "errata plan", explanation: "ask about 20 seed problems and estimate the rest" },
    { command: "errata plan gsm8k.yaml --sample 0", explanation: "ask nothing" },
    { command: "errata plan --until select --json", explanation: "a part of the run, for machines" },
  ],
  async run(args, environment) {
    const { output } = environment;
    const request = await resolveRun(args, environment.workingFolder);
    const sampleSize = args.sample === "0" ? 0 : (positiveInteger("sample", args.sample) ?? 0);
    const estimate = await estimateCost(request, sampleSize, environment);
    if (args.json) {
      output.write(`${planJson(estimate, request.config)}\n`);
      return exitCode.done;
    }
    const width = Math.min(widest, output.columns());
    const notes = planNotes(estimate, request.config).flatMap((note) => ["", ...wrap(note, width)]);
    output.write(`${[...planTable(estimate.steps, width), ...notes].join("\n")}\n`);
    return exitCode.done;
  },
});
