import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { outputFolder } from "./tool.ts";

/** Written when a tool has ended well: by this program, or by the script that a person ran. */
const finishedFile = "finished";
const scriptFile = "train.sh";

/** The folder of a training: the tool's files, a script that runs it, and what it leaves. */
export interface TrainingFolder {
  readonly path: string;
  readonly script: string;
  readonly log: string;
  readonly output: string;
  isFinished(): boolean;
  setFinished(): void;
}

export function trainingFolder(path: string): TrainingFolder {
  const finished = join(path, finishedFile);
  return {
    path,
    script: join(path, scriptFile),
    log: join(path, "log.txt"),
    output: join(path, outputFolder),
    isFinished: () => existsSync(finished),
    setFinished: () => writeFileSync(finished, ""),
  };
}

/** Writes the files of a tool, with a script that does by hand what this program does. */
export function writeTrainingFolder(
  folder: TrainingFolder,
  files: Readonly<Record<string, string>>,
  command: readonly string[],
  variables: Readonly<Record<string, string>>,
): void {
  mkdirSync(folder.path, { recursive: true });
  const script = [
    "#!/bin/sh",
    "# Trains where the program is installed; the folder may be copied there and back. The next `errata run` finds what it made.",
    "set -e",
    'cd "$(dirname "$0")"',
    ...Object.entries(variables).map(([name, value]) => `export ${name}=${quoted(value)}`),
    command.map(quoted).join(" "),
    `touch ${finishedFile}`,
    "",
  ].join("\n");
  for (const [name, text] of Object.entries({ ...files, [scriptFile]: script })) {
    writeFileSync(join(folder.path, name), text);
  }
}

const quoted = (word: string) => (/^[\w./:=@-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`);
