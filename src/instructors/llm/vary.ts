import type { Problem } from "../../domain/problem.ts";
import type { ProblemDraft, VariationRequest } from "../instructor.ts";
import { answerFormOf, answerFormSentences } from "./answer-form.ts";
import { askForDrafts } from "./ask-for-drafts.ts";
import type { WritingSurroundings } from "./surroundings.ts";
import type { Values } from "./templates/render-template.ts";

/**
 * The instructor writes new problems without error types: for one bad case, beside problems like it that the target
 * solves where some are given (LLMs-as-Instructors; papers' section 4), or like the problems shown (Self-Instruct).
 */
export function vary(
  surroundings: WritingSurroundings,
  request: VariationRequest,
  signal?: AbortSignal,
): Promise<ProblemDraft[]> {
  const { prompts } = surroundings;
  const prompt = request.badCase
    ? prompts.fill("vary-case", valuesOfCase(request, request.badCase))
    : prompts.fill("vary-problems", valuesOfProblems(request));
  return askForDrafts(surroundings, { prompt, seed: request.seed }, signal);
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
