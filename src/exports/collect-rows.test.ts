import { expect, it } from "vitest";
import type { TrainingExample } from "../domain/training-example.ts";
import type { RunStore, StoredStep } from "../engine/run-store.ts";
import { givenStep } from "../engine/run-view.ts";
import { questionAndSolution as template } from "../models/prompt-template.ts";
import { collectRows } from "./collect-rows.ts";

const problem = { id: "p", question: "What is 2 + 2?", solution: "2 + 2 = 4\n#### 4", answer: "4" };
const sequence = "2 + 2 = 5\nNo, 2 + 2 is 4.\n#### 4";
const example = (id: string, prompt: string, completion: string): TrainingExample => ({
  id,
  prompt,
  completion,
  recipe: "lemma",
  iteration: 1,
  sources: ["p"],
});

/** A finished step of the method that left these examples, beside the problem. */
function storeWith(examples: readonly TrainingExample[]): RunStore {
  const step = { id: "method/1/mix", line: "method", state: "done" } as StoredStep;
  const rows: Record<string, readonly unknown[]> = {
    [`${givenStep} seedProblems`]: [problem],
    [`${step.id} trainingExamples`]: examples,
  };
  return {
    steps: () => [step],
    artifacts: (id: string, name: string) => rows[`${id} ${name}`] ?? [],
  } as unknown as RunStore;
}

it("exports what an example teaches to answer, whichever part of it stands in the prompt", () => {
  const prompt = template.prompt(problem.question);
  const [beginning, rest] = [" 2 + 2 = 5", sequence.slice("2 + 2 = 5".length)];
  const store = storeWith([
    example("reference", prompt, template.completion(problem.solution)),
    example("sequence", prompt, template.completion(sequence)),
    example("continuation", prompt + beginning, rest),
  ]);
  const rows = collectRows(store, "training", { recipe: "lemma", template });
  expect(rows.map(({ question }) => question)).toEqual(Array(3).fill(problem.question));
  expect(rows.map(({ solution }) => solution)).toEqual([problem.solution, sequence, sequence]);
});
