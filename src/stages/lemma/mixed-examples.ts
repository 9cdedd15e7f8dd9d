import type { Correction } from "../../domain/correction.ts";
import type { Problem } from "../../domain/problem.ts";
import type { Sample } from "../../domain/sample.ts";
import type { TrainingExample } from "../../domain/training-example.ts";
import type { PromptTemplate } from "../../models/prompt-template.ts";
import { trainingExampleOf } from "../training-example-of.ts";
import { sequenceOf } from "./deduplicate.ts";

/** Where an example comes from, and how the target reads it. */
export interface Lineage {
  recipe: string;
  iteration: number;
  template: PromptTemplate;
}

/** The wrong beginning and its correction, learnt as one text (the paper's). */
export function wholeSequence(
  correction: Correction,
  { id, question }: Problem,
  { recipe, iteration, template }: Lineage,
): TrainingExample {
  return {
    id: `${recipe}-${iteration}-${correction.id}`,
    prompt: template.prompt(question),
    completion: template.completion(sequenceOf(correction)),
    recipe,
    iteration,
    errorTypeId: correction.label,
    sources: [id, correction.erroneousSolutionId, correction.id],
  };
}

/** The wrong beginning as a part of the prompt: the correction is learnt and the mistake is not. */
export function continuationAlone(
  correction: Correction,
  problem: Problem,
  lineage: Lineage,
): TrainingExample {
  const whole = wholeSequence(correction, problem, lineage);
  const beginning = whole.completion.length - correction.continuation.length;
  return {
    ...whole,
    prompt: whole.prompt + whole.completion.slice(0, beginning),
    completion: whole.completion.slice(beginning),
  };
}

/** The right solution that a correction comes to. */
export function rightSolutionAlone(
  correction: Correction,
  problem: Problem,
  lineage: Lineage,
): TrainingExample {
  const example = trainingExampleOf({ ...problem, solution: correction.rightSolution }, lineage);
  return {
    ...example,
    id: `${example.id}-right-${correction.id}`,
    sources: [problem.id, correction.erroneousSolutionId, correction.id],
  };
}

/** What the target wrote itself. */
export function rightSampleAlone(
  { id, output }: Sample,
  problem: Problem,
  lineage: Lineage,
): TrainingExample {
  const example = trainingExampleOf({ ...problem, solution: output.trim() }, lineage);
  return { ...example, id: `${lineage.recipe}-${lineage.iteration}-${id}-rehearsed` };
}
