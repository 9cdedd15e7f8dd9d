import { contaminationOf } from "../../config/given.ts";
import { dataStorage } from "../../datasets/storage/index.ts";
import { type Selection, selections } from "../../exports/index.ts";
import { defineCommand, UsageError } from "../command.ts";
import { exitCode } from "../exit-code.ts";
import { fileList } from "../push/file-list.ts";
import { pushToHub } from "../push/hub.ts";
import { refuseLeaks } from "../push/leaks.ts";
import { prepareData, prepareWeights } from "../push/prepare.ts";
import { withRun } from "../run/open-run.ts";

const subjects = ["adapter", "model", "data"] as const;

export const push = defineCommand({
  name: "push",
  description: "Publish what a run made on the Hugging Face hub, with a card that says how it was made",
  arguments: {
    what: { type: "positional", required: true, description: subjects.join(", ") },
    run: { type: "string", required: true, valueHint: "DIR", description: "Run folder" },
    repo: { type: "string", required: true, valueHint: "OWNER/NAME", description: "Repository on the hub" },
    adapter: {
      type: "string",
      valueHint: "KEY",
      description: "Beginning of an adapter's key; else the newest adapter of the method",
    },
    rows: {
      type: "enum",
      options: [...selections],
      default: "training",
      description: "For data: what the method selected; every synthetic problem; or both and the controls'",
    },
    license: {
      type: "string",
      valueHint: "ID",
      description: "For the card, by the hub's names: mit, cc-by-4.0",
    },
    private: { type: "boolean", description: "Make the repository private" },
    "dry-run": { type: "boolean", description: "Show the card and the files, and push nothing" },
  },
  examples: [
    {
      command: "errata push adapter --run runs/smollm --repo me/smollm-sei --license apache-2.0 --dry-run",
      explanation: "look at the card first",
    },
    {
      command: "errata push adapter --run runs/smollm --repo me/smollm-sei --license apache-2.0",
      explanation: "the newest adapter; HF_TOKEN holds the token",
    },
    {
      command: "errata push data --run runs/smollm --repo me/smollm-errors --private",
      explanation: "the training data, for oneself",
    },
  ],
  run: (args, { workingFolder, variables, output, errors }) =>
    withRun(args.run, workingFolder, async (run) => {
      const subject = subjects.find((name) => name === args.what);
      if (!subject)
        throw new UsageError(`There is no "push ${args.what}". There are ${subjects.join(", ")}.`);
      if (!/^[\w.-]+\/[\w.-]+$/.test(args.repo)) throw new UsageError("--repo needs OWNER/NAME.");
      const request = { run, repo: args.repo, license: args.license };
      const files =
        subject === "data"
          ? // The parser has checked it against the options.
            prepareData(request, args.rows as Selection)
          : await prepareWeights(request, subject, args.adapter);
      refuseLeaks(files, variables);
      const contamination = contaminationOf(run.record.config);
      if (contamination) errors.write(`Contaminated, and the card says so: ${contamination}.\n`);
      output.write(fileList(files));
      if (args["dry-run"]) return exitCode.done;
      const { hosts, token } = dataStorage(variables);
      const address = await pushToHub({
        hub: hosts["hugging-face"],
        token,
        repo: args.repo,
        type: subject === "data" ? "dataset" : "model",
        isPrivate: args.private === true,
        files,
        title: `Upload what Errata made in the run ${run.record.config.name}`,
        onProgress: (line) => errors.write(`${line}\n`),
      });
      output.write(`Pushed to ${address}\n`);
      return exitCode.done;
    }),
});
