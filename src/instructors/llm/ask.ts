import type { Json } from "../../foundation/content-key.ts";
import type { Generation, GenerationRequest, LanguageModel } from "../../models/language-model.ts";
import { findJson } from "./json/find-json.ts";
import type { Prompts } from "./prompts/load-prompts.ts";
import { isRefusal, unusable } from "./unusable.ts";

/** A question whose answer is JSON. */
export interface Question<Answer> {
  request: GenerationRequest & { jsonSchema: Readonly<Record<string, unknown>> };
  /** Makes something of a JSON value, or null where it is not what was asked for. */
  accept(value: Json): Answer | null;
}

/**
 * Asks for JSON: of a model that can be held to a schema, and of one that cannot. What cannot be read is given back
 * once to be written properly; an answer that is empty, cut or declined would only be so again.
 *
 * Throws an `UnusableAnswerError` that says how the answer failed and holds its text.
 */
export async function askForJson<Answer>(
  model: LanguageModel,
  prompts: Prompts<"repair">,
  { request, accept }: Question<Answer>,
  signal?: AbortSignal,
): Promise<Answer> {
  const generation = await model.generate(request, signal);
  if (generation.finishReason === "refusal") throw unusable("refused", generation.text);
  const answer = findJson(generation.text, accept);
  if (answer) return answer.answer;
  refuseUnanswered(generation);

  const repaired = await model.generate(repairOf(request, generation.text, prompts), signal);
  const second = findJson(repaired.text, accept);
  if (second) return second.answer;
  throw unusable("unreadable", generation.text);
}

function refuseUnanswered({ text, finishReason }: Generation): void {
  if (text.trim() === "") throw unusable(finishReason === "length" ? "truncated" : "empty", text);
  if (finishReason === "length") throw unusable("truncated", text);
  if (isRefusal(text)) throw unusable("refused", text);
}

/** Made of the text and the schema alone: another way of reading answers asks for no other repair. */
function repairOf(
  { jsonSchema, maxOutputTokens }: Question<unknown>["request"],
  output: string,
  prompts: Prompts<"repair">,
): GenerationRequest {
  const prompt = prompts.fill("repair", { output, schema: JSON.stringify(jsonSchema) });
  return { prompt, jsonSchema, maxOutputTokens, temperature: 0 };
}
