import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { presets } from "../../config/presets/index.ts";
import { correctingProtocolOf, protocolsOf } from "../../config/protocols-of.ts";
import { ErrataError } from "../../foundation/errors.ts";
import { defineCommand } from "../command.ts";
import { exitCode } from "../exit-code.ts";
import { configEntries } from "../init/config-entries.ts";
import { type ExampleName, examples } from "../init/examples.ts";
import { startingConfig, withPrompts } from "../init/starting-config.ts";
import { writePrompts } from "../init/write-prompts.ts";
import { writeTypeScript } from "../init/write-typescript.ts";
import { writeYaml } from "../init/write-yaml.ts";

const writers = { yaml: writeYaml, ts: writeTypeScript } as const;

export const init = defineCommand({
  name: "init",
  description: "Write a configuration with every key explained",
  arguments: {
    format: {
      type: "enum",
      options: Object.keys(writers),
      default: "yaml",
      description: "Language of the file",
    },
    example: {
      type: "enum",
      options: Object.keys(examples),
      default: "embedded",
      description: "What it begins with: the pupil and its word problems, or saved answers to GSM8K",
    },
    preset: {
      type: "string",
      valueHint: "names",
      description: `Models as the papers used them, with data and sizes, separated by commas: ${Object.keys(presets).join(", ")}`,
    },
    prompts: {
      type: "string",
      valueHint: "folder",
      description: "Write the prompts of the language-model instructor to this folder too, to be changed",
    },
  },
  examples: [
    { command: "errata init", explanation: "write errata.config.yaml" },
    { command: "errata init --preset llama3-8b", explanation: "write the configuration of a paper" },
    { command: "errata init --preset gpt-4o --prompts prompts", explanation: "write prompts to change, too" },
    { command: "errata init --format ts --example gsm8k-replay", explanation: "write errata.config.ts" },
  ],
  async run(args, { workingFolder, output }) {
    // The parser has checked both against the options.
    const format = args.format as keyof typeof writers;
    const example = args.example as ExampleName;
    const chosen = startingConfig(args.preset, example);
    const config = args.prompts === undefined ? chosen : withPrompts(chosen, args.prompts);
    const file = resolve(workingFolder, `errata.config.${format}`);
    const title = "Configuration of Errata; `errata run` reads it.";
    writeNewFile(file, writers[format](configEntries(config), title));
    if (args.prompts !== undefined) {
      const { recipe = "sei" } = config;
      const protocols = [protocolsOf(recipe)[0], correctingProtocolOf(recipe) ?? []].flat();
      writePrompts(protocols, resolve(workingFolder, args.prompts));
    }
    output.write(`${file} is written. Edit it, then try it cheaply with \`errata run --limit 20\`.\n`);
    return exitCode.done;
  },
});

function writeNewFile(file: string, text: string): void {
  try {
    writeFileSync(file, text, { flag: "wx" });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== "EEXIST") throw cause;
    throw new ErrataError(`${file} exists already, and is left as it is.`, {
      advice: "Move it away, or work in another folder.",
      cause,
    });
  }
}
