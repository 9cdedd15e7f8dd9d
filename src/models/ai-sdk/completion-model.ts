import type { LanguageModelV4CallOptions, LanguageModelV4GenerateResult } from "@ai-sdk/provider";
import { z } from "zod";
import { failedCall, parseJson } from "./failed-call.ts";
import type { CallableModel } from "./passed-model.ts";

const Completion = z.object({
  choices: z
    .array(z.object({ text: z.string(), finish_reason: z.string().nullish() }))
    .min(1, "there are no choices"),
  usage: z.object({ prompt_tokens: z.number().nullish(), completion_tokens: z.number().nullish() }).nullish(),
});

export interface CompletionModelOptions {
  baseUrl: string;
  modelId: string;
  headers: Readonly<Record<string, string>>;
  extraBody: Readonly<Record<string, unknown>>;
  fetch: typeof globalThis.fetch;
}

/**
 * A model that continues a text as it is, through OpenAI's `/completions`.
 *
 * The AI SDK's own completion model writes prompts as a dialogue (`user: …`, `assistant:`), which a base model was not
 * asked for, so this one sends the texts of all messages one after the other and nothing else.
 */
export function createCompletionModel({
  baseUrl,
  modelId,
  headers,
  extraBody,
  fetch,
}: CompletionModelOptions): CallableModel {
  const url = `${baseUrl}/completions`;
  return {
    provider: "openai-compatible.completion",
    modelId,
    async doGenerate(options) {
      const body = { ...bodyOf(modelId, options), ...extraBody };
      const response = await fetch(url, {
        method: "POST",
        headers: { "content-type": "application/json", ...headers },
        body: JSON.stringify(body),
        signal: options.abortSignal ?? null,
      });
      const text = await response.text();
      if (!response.ok) throw failedCall(url, response, text);
      return resultOf(url, response, text);
    },
  };
}

function bodyOf(model: string, options: LanguageModelV4CallOptions): Record<string, unknown> {
  const { maxOutputTokens, temperature, stopSequences, seed } = options;
  return {
    model,
    prompt: options.prompt.map(textOf).join("\n\n"),
    max_tokens: maxOutputTokens,
    temperature,
    stop: stopSequences,
    seed,
  };
}

function textOf({ content }: LanguageModelV4CallOptions["prompt"][number]): string {
  if (typeof content === "string") return content;
  return content.map((part) => (part.type === "text" ? part.text : "")).join("");
}

function resultOf(url: string, response: Response, text: string): LanguageModelV4GenerateResult {
  const parsed = Completion.safeParse(parseJson(text));
  if (!parsed.success) throw failedCall(url, response, text, parsed.error);
  const { choices, usage } = parsed.data;
  const { text: continuation, finish_reason: raw } = choices[0]!;
  const unified =
    raw === "stop" || raw === "length" ? raw : raw === "content_filter" ? "content-filter" : "other";
  return {
    content: [{ type: "text", text: continuation }],
    finishReason: { unified, raw: raw ?? undefined },
    usage: {
      inputTokens: {
        total: usage?.prompt_tokens ?? undefined,
        noCache: undefined,
        cacheRead: undefined,
        cacheWrite: undefined,
      },
      outputTokens: { total: usage?.completion_tokens ?? undefined, text: undefined, reasoning: undefined },
    },
    warnings: [],
  };
}
