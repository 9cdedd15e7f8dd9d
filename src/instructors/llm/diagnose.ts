import type { Case, Verdict } from "../../domain/attempt.ts";
import type { Diagnosis } from "../../domain/diagnosis.ts";
import type { Json } from "../../foundation/content-key.ts";
import { UnusableAnswerError } from "../../foundation/errors.ts";
import { askForJson, type Question } from "./ask.ts";
import { membersOf, textIn, textsIn } from "./read-answer.ts";
import { explainedDiagnosisSchema, keyphraseSchema } from "./schemas.ts";
import type { Surroundings } from "./surroundings.ts";

/** Verdicts that are no errors of reasoning, as they are counted. */
const withoutReasoning: { readonly [Outcome in Verdict]?: string } = {
  empty: "no reasoning to diagnose: target's output empty",
  truncated: "no reasoning to diagnose: target's output cut at the token limit",
  refused: "no reasoning to diagnose: target declined to answer",
};

/**
 * The instructor names the cause of the first mistake of a bad case (SEI eq. 2; papers' section 1.3).
 *
 * Throws an `UnusableAnswerError` for an output without reasoning, unless the protocol diagnoses all: such outputs are
 * counted apart, and nobody is paid for them.
 */
export async function diagnose(
  { model, prompts, protocol }: Surroundings,
  badCase: Case,
  signal?: AbortSignal,
): Promise<Diagnosis> {
  const noReasoning = protocol.diagnosesAllOutputs ? undefined : withoutReasoning[badCase.attempt.verdict];
  if (noReasoning !== undefined) throw new UnusableAnswerError(noReasoning);
  const steps = linesOf(badCase.attempt.output);
  const question: Question<Omit<Diagnosis, "problemId">> = {
    request: {
      prompt: prompts.fill("diagnose", { ...valuesOf(badCase), steps }),
      jsonSchema: protocol.explainsDiagnoses ? explainedDiagnosisSchema : keyphraseSchema,
      maxOutputTokens: protocol.maxOutputTokens.diagnose,
      temperature: protocol.temperature.diagnose,
    },
    accept: (value) => readDiagnosis(value, steps.length),
  };
  return { problemId: badCase.problem.id, ...(await askForJson(model, prompts, question, signal)) };
}

/** The steps of an output: its lines, as far as they say something. */
function linesOf(output: string): { number: number; text: string }[] {
  return output
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((text, index) => ({ number: index + 1, text }));
}

function valuesOf({ problem, attempt }: Case) {
  const { question, solution, answer } = problem;
  return { question, solution, answer, output: attempt.output, prediction: attempt.prediction ?? "" };
}

/** Reads `{ keyphrase, … }`, and the bare list of one phrase that the authors' prompt asks for. */
function readDiagnosis(value: Json, steps: number): Omit<Diagnosis, "problemId"> | null {
  const members = membersOf(value);
  const keyphrase = tidyPhrase(
    members
      ? textIn(members, /^keyphrase$/i, /phrase/i)
      : Array.isArray(value)
        ? (textsIn(value)[0] ?? "")
        : "",
  );
  if (keyphrase === "") return null;
  const line = Number(members?.line ?? Number.NaN);
  return {
    keyphrase,
    // A line that the output does not have is no line.
    firstWrongStep: Number.isInteger(line) && line >= 1 && line <= steps ? line - 1 : null,
    explanation: members ? textIn(members, /^explanation$/i, /expla|reason/i) : "",
  };
}

/** Equal causes should be equal texts: without quotes around, full stop, or spaces that mean nothing. */
function tidyPhrase(phrase: string): string {
  return phrase.replace(/\s+/g, " ").replace(/^[\s"'“”]+|[\s"'“”.;]+$/g, "");
}
