import { writeFileSync } from "node:fs";
import { join, parse, resolve } from "node:path";
import { templateOf } from "../../config/template-of.ts";
import {
  collectRows,
  type ExportFormat,
  exporters,
  type Selection,
  selections,
} from "../../exports/index.ts";
import { ErrataError } from "../../foundation/errors.ts";
import { plural } from "../../report/format.ts";
import { defineCommand } from "../command.ts";
import { exitCode } from "../exit-code.ts";
import { withRun } from "../run/open-run.ts";

export const exportData = defineCommand({
  name: "export",
  description: "Write the training data of a run for other trainers, each row with its lineage",
  arguments: {
    run: { type: "positional", required: true, description: "Run folder" },
    format: {
      type: "enum",
      required: true,
      options: Object.keys(exporters),
      description: "Form of the rows",
    },
    out: { type: "string", required: true, valueHint: "FILE", description: "File to write" },
    what: {
      type: "enum",
      options: [...selections],
      default: "training",
      description:
        "What the method selected; every synthetic problem; or both and what the controls trained on",
    },
  },
  examples: [
    {
      command: "errata export runs/embedded-default --format openai --out train.jsonl",
      explanation: "chat fine-tuning; the lineage goes to train.lineage.jsonl",
    },
    {
      command: "errata export runs/embedded-default --format parquet --out train.parquet --what all",
      explanation: "everything, as a table",
    },
  ],
  async run(args, { workingFolder, output }) {
    // The parser has checked both against the options.
    const format = args.format as ExportFormat;
    const what = args.what as Selection;
    return withRun(args.run, workingFolder, ({ store, record }) => {
      const { recipe } = record.config;
      const rows = collectRows(store, what, { recipe, template: templateOf(record.config) });
      if (rows.length === 0) {
        throw new ErrataError("The run has nothing to export yet.", {
          advice: "`errata status` shows how far it is; `--what synthetic` needs no selection.",
        });
      }
      const file = resolve(workingFolder, args.out);
      const { data, lineage } = exporters[format](rows);
      writeFileSync(file, data);
      output.write(`${plural(rows.length, "row")} written to ${file}\n`);
      if (lineage) {
        writeFileSync(lineageFile(file), lineage);
        output.write(`Their lineage: ${lineageFile(file)}\n`);
      }
      return exitCode.done;
    });
  },
});

/** `train.lineage.jsonl` beside `train.jsonl`. */
function lineageFile(file: string): string {
  const { dir, name } = parse(file);
  return join(dir, `${name}.lineage.jsonl`);
}
