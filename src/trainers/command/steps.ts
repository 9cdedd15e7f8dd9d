import { appendFileSync, existsSync, readFileSync } from "node:fs";
import type { TrainingStep } from "../trainer.ts";
import { StepLine } from "./contract.ts";

/** The step that a line of output tells, or null for every other line. */
export function readStep(line: string): TrainingStep | null {
  if (!line.startsWith("{")) return null;
  try {
    return StepLine.safeParse(JSON.parse(line)).data ?? null;
  } catch {
    return null;
  }
}

/** Keeps steps for the next try, which goes on after a checkpoint and tells only what follows it. */
export function keepStep(file: string, step: TrainingStep): void {
  appendFileSync(file, `${JSON.stringify(step)}\n`);
}

/** The steps of all tries in their order; of a step that was made twice, the later one. */
export function readSteps(file: string): TrainingStep[] {
  if (!existsSync(file)) return [];
  const steps = readFileSync(file, "utf8")
    .split("\n")
    .flatMap((line) => readStep(line) ?? []);
  return [...new Map(steps.map((step) => [step.step, step])).values()].sort((a, b) => a.step - b.step);
}
