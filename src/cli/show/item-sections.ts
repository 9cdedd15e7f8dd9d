import type { Attempt } from "../../domain/attempt.ts";
import type { Problem } from "../../domain/problem.ts";
import type { RunStore, StoredStep } from "../../engine/run-store.ts";
import { stepLabel } from "../step-label.ts";
import { type Section, section, textOf } from "./section.ts";

export function problemSection(title: string, problem: Omit<Problem, "id">): Section {
  return section(title, [
    ["question", problem.question],
    ["solution", problem.solution],
    ["answer", problem.answer],
    ["skill", problem.skill],
  ]);
}

export function attemptSection(title: string, attempt: Attempt): Section {
  const { output, reasoning, prediction, verdict, how } = attempt;
  return section(title, [
    ["reasoning", reasoning],
    ["output", output],
    ["answer read", prediction ?? "none"],
    ["verdict", `${verdict} (${how})`],
  ]);
}

/** The training examples that a step made of a problem. */
export function exampleSections(store: RunStore, step: StoredStep, problemId: string): Section[] {
  return store
    .artifacts(step.id, "trainingExamples")
    .filter(({ sources }) => sources[0] === problemId)
    .map(({ id, prompt, completion, sources }) =>
      section(`${stepLabel(step)} · training example ${id}`, [
        ["prompt", prompt],
        ["completion", completion],
        ["sources", textOf(sources)],
      ]),
    );
}
