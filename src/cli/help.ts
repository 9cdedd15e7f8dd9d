import { stripVTControlCharacters } from "node:util";
import { renderUsage } from "citty";
import type { Command, Example } from "./command.ts";
import { exitCodeMeanings } from "./exit-code.ts";
import { errataVersion } from "./version.ts";

const program = {
  name: "errata",
  version: errataVersion,
  description: "Turns a language model's mistakes into training data that removes them",
};

/** What `errata --help` prints. */
export async function programHelp(commands: readonly Command[], colour: boolean): Promise<string> {
  const subCommands = Object.fromEntries(
    commands.map(({ name, description }) => [name, { meta: { name, description } }]),
  );
  const usage = await renderUsage({ meta: program, subCommands });
  return finish([usage, ...exampleLines(programExamples), ...exitCodeLines()], colour);
}

/** What `errata COMMAND --help` prints. */
export async function commandHelp(command: Command, colour: boolean): Promise<string> {
  const { name, description, arguments: args } = command;
  const usage = await renderUsage({ meta: { name, description }, args }, { meta: program });
  return finish([usage, ...exampleLines(command.examples), ...exitCodeLines()], colour);
}

const programExamples: readonly Example[] = [
  { command: "errata run", explanation: "run ./errata.config.ts or .yaml, or the embedded default" },
  { command: "errata run --limit 20", explanation: "try the same cheaply" },
  {
    command: "errata status runs/embedded-default",
    explanation: "see how far a run is, also while it works",
  },
];

function exampleLines(examples: readonly Example[]): string[] {
  const width = Math.max(...examples.map(({ command }) => command.length));
  return [
    "",
    "EXAMPLES",
    "",
    ...examples.map(({ command, explanation }) => `  ${command.padEnd(width)}  ${explanation}`),
  ];
}

function exitCodeLines(): string[] {
  return [
    "",
    "EXIT CODES",
    "",
    ...Object.entries(exitCodeMeanings).map(([code, meaning]) => `  ${code.padStart(3)}  ${meaning}`),
  ];
}

function finish(lines: readonly string[], colour: boolean): string {
  const text = `${lines
    .join("\n")
    .replaceAll(/ +$/gm, "")
    .replaceAll(/\n{3,}/g, "\n\n")}\n`;
  return colour ? text : stripVTControlCharacters(text);
}
