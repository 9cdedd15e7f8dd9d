import type { LanguageModelV4GenerateResult } from "@ai-sdk/provider";
import { CallFailure } from "../admission/index.ts";
import { estimateTokens } from "../estimate-tokens.ts";
import { givenText } from "../given-text.ts";
import type { Generation, GenerationRequest, TokenUsage } from "../language-model.ts";

type Result = Pick<LanguageModelV4GenerateResult, "content" | "finishReason" | "usage">;

/** What a model of the AI SDK gave for a request. Throws a `CallFailure` where it broke off. */
export function generationOf(
  { content, finishReason, usage }: Result,
  request: Pick<GenerationRequest, "prompt" | "system" | "earlier" | "stop">,
): Generation {
  const { unified, raw } = finishReason;
  // vLLM says "abort" for a request that it gave up.
  if (unified === "error" || unified === "interrupted" || raw === "abort") {
    throw new CallFailure("failed", "the model broke off its answer");
  }
  const whole = joinTexts(content, "text");
  const { text, thoughts } = partThoughts(whole);
  const reasoning = joinTexts(content, "reasoning") + thoughts;
  const end = firstStop(text, request.stop ?? []);
  return {
    text: text.slice(0, end),
    finishReason: reasonOf(unified, end < text.length),
    usage: usageOf(usage, givenText(request), `${reasoning}${text}`),
    ...(reasoning === "" ? {} : { reasoning }),
  };
}

/** No prompt has no tokens, and no text either: such a count is none. */
function usageOf(
  { inputTokens, outputTokens }: Result["usage"],
  prompt: string,
  written: string,
): TokenUsage {
  const isCounted = Boolean(inputTokens.total) && (Boolean(outputTokens.total) || written === "");
  return {
    inputTokens: inputTokens.total || estimateTokens(prompt),
    outputTokens: outputTokens.total || estimateTokens(written),
    ...(isCounted ? {} : { isEstimated: true }),
  };
}

function reasonOf(unified: Result["finishReason"]["unified"], isCut: boolean): Generation["finishReason"] {
  if (unified === "content-filter") return "refusal";
  // Where a stop text stands in the answer, the model would have ended there.
  return unified === "length" && !isCut ? "length" : "stop";
}

function joinTexts(content: Result["content"], type: "text" | "reasoning"): string {
  return content.map((part) => (part.type === type ? part.text : "")).join("");
}

/** Servers that do not know a model's marks of reasoning leave them at the beginning of the text. */
function partThoughts(text: string): { text: string; thoughts: string } {
  const [, thoughts] = /^\s*<think>([\s\S]*?)(?:<\/think>\s*|$)/.exec(text) ?? [];
  return thoughts === undefined
    ? { text, thoughts: "" }
    : { text: text.replace(/^\s*<think>[\s\S]*?(?:<\/think>\s*|$)/, ""), thoughts };
}

/** Not every provider ends at the stop texts. */
function firstStop(text: string, stop: readonly string[]): number {
  const places = stop.map((end) => text.indexOf(end)).filter((place) => place >= 0);
  return Math.min(text.length, ...places);
}
