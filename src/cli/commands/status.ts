import { canonicalDump } from "../../engine/canonical-dump.ts";
import type { RunStore } from "../../engine/run-store.ts";
import { costOf } from "../../models/prices/index.ts";
import { cost, estimated, instant } from "../../report/format.ts";
import { defineCommand } from "../command.ts";
import type { Screen } from "../environment.ts";
import { exitCode } from "../exit-code.ts";
import { batchLines } from "../run/batch-lines.ts";
import { conservationTable } from "../run/conservation-table.ts";
import { type OpenRun, withRun } from "../run/open-run.ts";
import { runState } from "../run/run-state.ts";

export const status = defineCommand({
  name: "status",
  description: "Show how far a run is and what became of every item",
  arguments: {
    run: { type: "positional", required: true, description: "Run folder" },
    dump: {
      type: "boolean",
      description: "Write everything that the run made as JSON lines: equal runs give equal dumps",
    },
  },
  examples: [
    { command: "errata status runs/embedded-default", explanation: "also while the run works" },
    { command: "errata status runs/embedded-default --dump | sha256sum", explanation: "compare two runs" },
  ],
  async run(args, { workingFolder, output }) {
    await withRun(args.run, workingFolder, (run) =>
      args.dump ? writeDump(run.store, output) : writeStatus(run, output),
    );
    return exitCode.done;
  },
});

function writeStatus(run: OpenRun, output: Screen): void {
  const { folder, record, store } = run;
  const { config, startedAt } = record;
  output.write(`${config.name} · ${config.recipe} · ${folder.path}\n`);
  output.write(`begun ${instant(startedAt)}, ${runState(run)}\n\n`);
  output.write(`${conservationTable(store.steps()).join("\n")}\n\n`);
  const usage = store.usage();
  const estimatedCalls = usage.reduce((sum, step) => sum + step.estimatedCalls, 0);
  const paid = cost(costOf(usage, record.prices));
  output.write(`Paid for models: ${paid}${estimated(estimatedCalls)}\n`);
  for (const line of batchLines(folder)) output.write(`${line}\n`);
}

function writeDump(store: RunStore, output: Screen): void {
  for (const line of canonicalDump(store)) output.write(`${line}\n`);
}
