import type { Json } from "../../foundation/content-key.ts";
import type { ProblemDraft, SynthesisRequest } from "../instructor.ts";
import { answerFormOf, answerFormSentences } from "./answer-form.ts";
import { askForJson } from "./ask.ts";
import { listIn, membersOf, textIn } from "./read-answer.ts";
import { problemsSchema } from "./schemas.ts";
import { numericSeed } from "./seed.ts";
import type { Surroundings } from "./surroundings.ts";
import type { Values } from "./templates/render-template.ts";

/** The instructor writes new problems for an error type (papers' section 1.5). */
export function synthesize(
  { model, prompts, protocol }: Surroundings,
  request: SynthesisRequest,
  signal?: AbortSignal,
): Promise<ProblemDraft[]> {
  const question = {
    request: {
      prompt: prompts.fill("synthesize", valuesOf(request)),
      jsonSchema: problemsSchema,
      maxOutputTokens: protocol.maxOutputTokens.synthesize,
      temperature: protocol.temperature.synthesize,
      // Calls for a small type show the same cases: the seed makes them different requests.
      seed: numericSeed(request.seed),
    },
    accept: readDrafts,
  };
  return askForJson(model, prompts, question, signal);
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

/** An item without a question or a solution is handed on as it is: whoever judges the drafts says why it is dropped. */
function readDrafts(value: Json): ProblemDraft[] | null {
  const items = listIn(value, /problem|question|item/i);
  if (!items || items.length === 0) return null;
  const drafts = items.map(readDraft);
  return drafts.some(({ question }) => question !== "") ? drafts : null;
}

function readDraft(item: Json): ProblemDraft {
  const members = membersOf(item);
  if (!members) return { question: "", solution: JSON.stringify(item) };
  return {
    question: textIn(members, /^question$/i, /^problem$/i, /question|problem/i),
    solution: textIn(members, /^solution$/i, /solution/i, /answer/i),
  };
}
