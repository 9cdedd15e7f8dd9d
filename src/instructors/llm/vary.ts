import type { Problem } from "../../domain/problem.ts";
import type { ProblemDraft, VariationRequest } from "../instructor.ts";
import { answerFormOf, answerFormSentences } from "./answer-form.ts";
import { askForJson } from "./ask.ts";
import { readDrafts } from "./read-drafts.ts";
import { problemsSchema } from "./schemas.ts";
import { numericSeed } from "./seed.ts";
import type { WritingSurroundings } from "./surroundings.ts";
import type { Values } from "./templates/render-template.ts";

/**
 * The instructor writes new problems without error types: for one bad case, beside problems like it that the target
 * solves where some are given (LLMs-as-Instructors; papers' section 4), or like the problems shown (Self-Instruct).
 */
export function vary(
  { model, prompts, protocol }: WritingSurroundings,
  request: VariationRequest,
  signal?: AbortSignal,
): Promise<ProblemDraft[]> {
  const question = {
    request: {
      prompt: request.badCase
        ? prompts.fill("vary-case", valuesOfCase(request, request.badCase))
        : prompts.fill("vary-problems", valuesOfProblems(request)),
      jsonSchema: problemsSchema,
      maxOutputTokens: protocol.maxOutputTokens.synthesize,
      temperature: protocol.temperature.synthesize,
      // A case that is asked about again is shown as before: the seed makes it another request.
      seed: numericSeed(request.seed),
    },
    accept: readDrafts,
  };
  return askForJson(model, prompts, question, signal);
}

function valuesOfCase(
  { problems, count }: VariationRequest,
  { problem, attempt }: NonNullable<VariationRequest["badCase"]>,
): Values {
  return {
    count,
    answerForm: answerFormSentences[answerFormOf([problem.solution])],
    question: problem.question,
    solution: problem.solution,
    output: attempt.output,
    solved: problems.map(worked),
  };
}

function valuesOfProblems({ problems, count }: VariationRequest): Values {
  return {
    count,
    answerForm: answerFormSentences[answerFormOf(problems.map(({ solution }) => solution))],
    problems: problems.map(worked),
  };
}

const worked = ({ question, solution }: Problem): Values => ({ question, solution });
