import type { Problem } from "../domain/problem.ts";
import type { TrainingExample } from "../domain/training-example.ts";
import type { PromptTemplate } from "../models/prompt-template.ts";

/** A problem as the target is trained on it: the zero-shot prompt, and the worked solution as its completion. */
export function trainingExampleOf(
  problem: Problem,
  lineage: {
    recipe: string;
    iteration: number;
    template: PromptTemplate;
    errorTypeId?: string;
    sources?: readonly string[];
  },
): TrainingExample {
  return {
    id: `${lineage.recipe}-${lineage.iteration}-${problem.id}`,
    prompt: lineage.template.prompt(problem.question),
    completion: lineage.template.completion(problem.solution),
    recipe: lineage.recipe,
    iteration: lineage.iteration,
    ...(lineage.errorTypeId === undefined ? {} : { errorTypeId: lineage.errorTypeId }),
    sources: [problem.id, ...(lineage.sources ?? [])],
  };
}
