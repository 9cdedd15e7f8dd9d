import type { LanguageModelV4CallOptions } from "@ai-sdk/provider";
import type { GenerationRequest } from "../language-model.ts";
import type { ModelSource } from "./model-source.ts";

/** A request as the AI SDK takes it. */
export function callOptions(
  request: GenerationRequest,
  { structuredOutput, providerOptions }: Pick<ModelSource, "structuredOutput" | "providerOptions">,
  abortSignal: AbortSignal,
): LanguageModelV4CallOptions {
  const { prompt, system, earlier = [], maxOutputTokens, temperature, stop = [], seed, jsonSchema } = request;
  return {
    prompt: [
      ...(system === undefined ? [] : [{ role: "system" as const, content: system }]),
      ...earlier.flatMap((round) => [
        { role: "user" as const, content: [{ type: "text" as const, text: round.prompt }] },
        { role: "assistant" as const, content: [{ type: "text" as const, text: round.answer }] },
      ]),
      { role: "user", content: [{ type: "text", text: prompt }] },
    ],
    maxOutputTokens,
    temperature,
    ...(stop.length > 0 ? { stopSequences: [...stop] } : {}),
    ...(seed === undefined ? {} : { seed }),
    ...(jsonSchema && structuredOutput
      ? { responseFormat: { type: "json", name: "answer", schema: jsonSchema } }
      : {}),
    ...(providerOptions ? { providerOptions } : {}),
    abortSignal,
  };
}
