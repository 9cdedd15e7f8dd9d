import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { TrainingExample } from "../../domain/training-example.ts";
import type { PromptForm } from "../prompt-form.ts";
import type { TrainingRequest } from "../trainer.ts";
import { turnsOf } from "../turns.ts";
import { contractVersion } from "./contract.ts";

/** What is the same in all requests to one program. */
export interface RequestBase {
  model: string | undefined;
  prompt: PromptForm;
  extra: Readonly<Record<string, unknown>>;
}

/** The files between Errata and the program. */
export interface ContractFiles {
  request: string;
  examples: string;
  report: string;
  steps: string;
  log: string;
}

export function contractFiles(workDirectory: string): ContractFiles {
  const at = (name: string) => join(workDirectory, "errata", name);
  return {
    request: at("request.json"),
    examples: at("examples.jsonl"),
    report: at("report.json"),
    steps: at("steps.jsonl"),
    log: at("log.txt"),
  };
}

/** Writes what a program is asked for, as docs/training.md says. */
export function writeRequest(files: ContractFiles, request: TrainingRequest, base: RequestBase): void {
  const { settings, startFrom, outputDirectory, workDirectory } = request;
  mkdirSync(join(workDirectory, "errata"), { recursive: true });
  const content = {
    version: contractVersion,
    model: base.model ?? null,
    prompt: base.prompt,
    settings,
    extra: base.extra,
    examples: files.examples,
    startFrom,
    outputDirectory,
    workDirectory,
    report: files.report,
  };
  writeFileSync(files.request, `${JSON.stringify(content, null, 2)}\n`);
  writeFileSync(
    files.examples,
    request.examples.map((example) => `${JSON.stringify(rowOf(example))}\n`).join(""),
  );
}

const rowOf = (example: TrainingExample) => ({ ...example, messages: turnsOf(example) });
