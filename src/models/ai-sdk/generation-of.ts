import type { LanguageModelV4GenerateResult } from "@ai-sdk/provider";
import { CallFailure } from "../admission/index.ts";
import type { Generation } from "../language-model.ts";

type Result = Pick<LanguageModelV4GenerateResult, "content" | "finishReason" | "usage">;

/** What a model of the AI SDK gave. Throws a `CallFailure` where it broke off. */
export function generationOf({ content, finishReason, usage }: Result, stop: readonly string[]): Generation {
  const { unified, raw } = finishReason;
  // vLLM says "abort" for a request that it gave up.
  if (unified === "error" || unified === "interrupted" || raw === "abort") {
    throw new CallFailure("failed", "the model broke off its answer");
  }
  const whole = joinTexts(content, "text");
  const { text, thoughts } = partThoughts(whole);
  const reasoning = joinTexts(content, "reasoning") + thoughts;
  const end = firstStop(text, stop);
  return {
    text: text.slice(0, end),
    finishReason: reasonOf(unified, end < text.length),
    usage: { inputTokens: usage.inputTokens.total ?? 0, outputTokens: usage.outputTokens.total ?? 0 },
    ...(reasoning === "" ? {} : { reasoning }),
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
