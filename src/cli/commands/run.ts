import { defineCommand } from "../command.ts";
import type { Environment } from "../environment.ts";
import { performRun } from "../run/perform-run.ts";
import { resolveRun, runArguments } from "../run/resolve-run.ts";

export const run = defineCommand({
  name: "run",
  description: "Run a configuration to its end, or go on where it stopped",
  arguments: {
    ...runArguments,
    offline: {
      type: "boolean",
      description: "Download no data set: stop where one is not on this machine",
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
    const request = await resolveRun(args, environment.workingFolder);
    return performRun(
      { ...request, review: args.review === true },
      args.offline ? offline(environment) : environment,
    );
  },
});

function offline(environment: Environment): Environment {
  return { ...environment, variables: { ...environment.variables, ERRATA_OFFLINE: "1" } };
}
