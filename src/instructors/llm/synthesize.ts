import type { ProblemDraft, SynthesisRequest } from "../instructor.ts";
import { answerFormOf, answerFormSentences } from "./answer-form.ts";
import { askForDrafts } from "./ask-for-drafts.ts";
import type { Surroundings } from "./surroundings.ts";
import type { Values } from "./templates/render-template.ts";

/** The instructor writes new problems for an error type (papers' section 1.5). */
export function synthesize(
  surroundings: Surroundings,
  request: SynthesisRequest,
  signal?: AbortSignal,
): Promise<ProblemDraft[]> {
  const prompt = surroundings.prompts.fill("synthesize", valuesOf(request));
  return askForDrafts(surroundings, { prompt, seed: request.seed }, signal);
}

/** Phrases of a type that say enough about it. */
const mostKeyphrases = 12;

function valuesOf({ errorType, badCases, kept, count }: SynthesisRequest): Values {
  const solutions = badCases.map(({ case: { problem } }) => problem.solution);
  return {
    count,
    typeName: errorType.name,
    typeExplanation: errorType.explanation,
    keyphrases: errorType.keyphrases.slice(0, mostKeyphrases).join("; "),
    answerForm: answerFormSentences[answerFormOf(solutions)],
    badCases: badCases.map(({ case: { problem, attempt }, diagnosis }, index) => ({
      number: index + 1,
      question: problem.question,
      solution: problem.solution,
      answer: problem.answer,
      output: attempt.output,
      prediction: attempt.prediction ?? "",
      keyphrase: diagnosis.keyphrase,
      cause: diagnosis.explanation,
    })),
    kept: kept.map(({ question, solution }) => ({ question, solution })),
  };
}
