import type { Problem } from "../domain/problem.ts";
import type { TrainingExample } from "../domain/training-example.ts";
import type { RunStore, StoredStep } from "../engine/run-store.ts";
import { givenStep } from "../engine/run-view.ts";
import type { PromptTemplate } from "../models/prompt-template.ts";
import { trainingExampleOf } from "../stages/training-example-of.ts";
import type { ExportRow } from "./export-row.ts";

/**
 * What is exported. `training`: what the method selected, in every iteration; `synthetic`: every synthetic problem,
 * selected or not; `all`: both, and what the controls trained on.
 */
export const selections = ["training", "synthetic", "all"] as const;
export type Selection = (typeof selections)[number];

/** How a run made its rows: problems that were not selected are written in the same way. */
export interface RowOrigin {
  recipe: string;
  template: PromptTemplate;
}

/** Rows of a run in the order in which it made them. */
export function collectRows(store: RunStore, selection: Selection, origin: RowOrigin): ExportRow[] {
  const steps = store.steps().filter(({ state }) => state === "done");
  const problems = problemsById(store, steps);
  const method = steps.filter(({ line }) => line === "method");
  const trained = trainingRows(store, method, problems, origin);
  if (selection === "training") return trained;

  const synthetic = syntheticRows(store, method, trained, origin);
  if (selection === "synthetic") return synthetic;
  const controls = steps.filter(({ line }) => line !== "method");
  return [...synthetic, ...trainingRows(store, controls, problems, origin)];
}

function problemsById(store: RunStore, steps: readonly StoredStep[]): Map<string, Problem> {
  const problems: Problem[] = [
    ...store.artifacts(givenStep, "seedProblems"),
    ...steps.flatMap(({ id }) => store.artifacts(id, "syntheticProblems")),
  ];
  return new Map(problems.map((problem) => [problem.id, problem]));
}

function trainingRows(
  store: RunStore,
  steps: readonly StoredStep[],
  problems: ReadonlyMap<string, Problem>,
  { template }: RowOrigin,
): ExportRow[] {
  return steps
    .flatMap(({ id }) => store.artifacts(id, "trainingExamples"))
    .map((example) => {
      const problem = problems.get(example.sources[0] ?? "");
      return rowOf(
        example,
        problem && { ...problem, solution: taughtSolution(example, problem, template) },
        true,
      );
    });
}

/**
 * What an example teaches to answer: the problem's solution, or what a method makes of it, with the beginning that stands
 * in the prompt.
 */
function taughtSolution(
  { prompt, completion }: TrainingExample,
  { question, solution }: Problem,
  template: PromptTemplate,
): string {
  const asked = template.prompt(question);
  const answered = prompt.startsWith(asked) ? prompt.slice(asked.length) + completion : completion;
  return answered === template.completion(solution) ? solution : answered.trim();
}

/** Selected problems keep the row that was trained on. */
function syntheticRows(
  store: RunStore,
  steps: readonly StoredStep[],
  trained: readonly ExportRow[],
  origin: RowOrigin,
): ExportRow[] {
  const trainedByProblem = new Map(trained.map((row) => [row.lineage.sources[0], row]));
  return steps
    .flatMap(({ id }) => store.artifacts(id, "syntheticProblems"))
    .map((problem) => {
      const { iteration, errorTypeId, seeds } = problem.origin;
      return (
        trainedByProblem.get(problem.id) ??
        rowOf(
          trainingExampleOf(problem, { ...origin, iteration, errorTypeId, sources: seeds }),
          problem,
          false,
        )
      );
    });
}

function rowOf(example: TrainingExample, problem: Problem | undefined, selected: boolean): ExportRow {
  const { id, prompt, completion, recipe, iteration, errorTypeId, sources } = example;
  return {
    id,
    question: problem?.question ?? prompt,
    solution: problem?.solution ?? completion,
    prompt,
    completion,
    lineage: { recipe, iteration, errorTypeId: errorTypeId ?? null, sources, selected },
  };
}
