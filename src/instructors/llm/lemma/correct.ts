import type { ErroneousSolution } from "../../../domain/erroneous-solution.ts";
import { createRandom } from "../../../foundation/random.ts";
import { splitSteps } from "../../../mathematics/text-steps.ts";
import type { FixRequest, RestartRequest } from "../../mistake-instructor.ts";
import { answerFormSentences, firstAnswerForm } from "../answer-form.ts";
import type { LemmaSurroundings } from "../surroundings.ts";
import type { Values } from "../templates/render-template.ts";
import { unusable } from "../unusable.ts";
import { askForContinuation } from "./ask-for-continuation.ts";
import { labelDefinitions } from "./label-definitions.ts";
import { openings } from "./openings.ts";

/** Fix & Continue: the wrong step is pointed out and repaired, and the solution goes on (papers' section 2.3). */
export async function fix(
  surroundings: LemmaSurroundings,
  { problem, erroneous, seed }: FixRequest,
  signal?: AbortSignal,
): Promise<string> {
  const { question, solution, answer } = problem;
  const values = {
    question,
    solution,
    answer,
    answerForm: answerFormSentences[firstAnswerForm([erroneous.solution, solution])],
    ...mistakeValues(erroneous, seed),
  };
  return written(await askForContinuation(surroundings, { task: "fix", values, seed }, signal));
}

/** Fresh & Restart: a reflection, then the alternative from its beginning (papers' section 2.3). */
export async function restart(
  surroundings: LemmaSurroundings,
  { problem, erroneous, alternative, seed }: RestartRequest,
  signal?: AbortSignal,
): Promise<string> {
  const values = {
    question: problem.question,
    answer: problem.answer,
    alternative,
    answerForm: answerFormSentences[firstAnswerForm([alternative, problem.solution])],
    ...mistakeValues(erroneous, seed),
  };
  return written(await askForContinuation(surroundings, { task: "restart", values, seed }, signal));
}

function mistakeValues(erroneous: ErroneousSolution, seed: string) {
  const { prefix, solution, firstWrongStep, label, explanation } = erroneous;
  return {
    prefix,
    step: splitSteps(solution)[firstWrongStep]?.text ?? "",
    label,
    definition: labelDefinitions[label].definition,
    explanation,
    opening: createRandom(seed).pick(openings),
  } satisfies Values;
}

function written(continuation: string): string {
  if (continuation === "") throw unusable("empty", "");
  return continuation;
}
