import { defineCommand } from "../command.ts";
import { exitCode } from "../exit-code.ts";
import { finishRun } from "../finish-run.ts";
import { withRun } from "../run/open-run.ts";

export const report = defineCommand({
  name: "report",
  description: "Write report.html and summary.json of a run anew, and show its figures",
  arguments: {
    run: { type: "positional", required: true, description: "Run folder" },
  },
  examples: [
    { command: "errata report runs/embedded-default", explanation: "also for a run that is not at its end" },
  ],
  async run(args, { workingFolder, output }) {
    await withRun(args.run, workingFolder, (run) => finishRun(run, output));
    return exitCode.done;
  },
});
