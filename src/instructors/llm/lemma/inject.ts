import type { Json } from "../../../foundation/content-key.ts";
import type { InjectedMistake, InjectionRequest } from "../../mistake-instructor.ts";
import { answerFormSentences, firstAnswerForm } from "../answer-form.ts";
import { askForJson } from "../ask.ts";
import { membersOf, textIn } from "../read-answer.ts";
import { numericSeed } from "../seed.ts";
import type { LemmaSurroundings } from "../surroundings.ts";
import { labelDefinitions } from "./label-definitions.ts";
import { injectionSchema } from "./schemas.ts";

/** The instructor solves a problem as a student would who makes one mistake of a kind (papers' section 2.3). */
export function inject(
  { model, prompts, protocol }: LemmaSurroundings,
  { problem, label, seed }: InjectionRequest,
  signal?: AbortSignal,
): Promise<InjectedMistake> {
  const { question, solution, answer } = problem;
  const request = {
    prompt: prompts.fill("inject", {
      question,
      solution,
      answer,
      label,
      ...labelDefinitions[label],
      answerForm: answerFormSentences[firstAnswerForm([solution])],
    }),
    jsonSchema: injectionSchema,
    maxOutputTokens: protocol.maxOutputTokens.inject,
    temperature: protocol.temperature.inject,
    seed: numericSeed(seed),
  };
  return askForJson(model, prompts, { request, accept: readInjection }, signal);
}

function readInjection(value: Json): InjectedMistake | null {
  const members = membersOf(value);
  const solution = members ? textIn(members, /^solution$/i, /solution/i) : "";
  if (!members || solution === "") return null;
  return { solution, explanation: textIn(members, /^explanation$/i, /expla|mistake|error/i) };
}
