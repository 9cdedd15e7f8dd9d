import type { GenerationRequest } from "../language-model.ts";
import type { LlamaModel, Token } from "./binding.ts";
import { readChatTemplate } from "./chat-template.ts";
import type { LlamaCppSettings } from "./settings.ts";

/** A request's prompt as the model is to see it. */
export type PromptTokens = (request: GenerationRequest) => Token[];

/** @param file names the model in messages */
export function promptTokens(
  model: LlamaModel,
  prompt: LlamaCppSettings["prompt"],
  file: string,
): PromptTokens {
  if (prompt === "completion") return (request) => completionTokens(model, request);
  const render = readChatTemplate(model, file);
  return (request) => model.tokenize(render(request), true);
}

/** The text as it is, after the mark of a text's beginning where the model was taught one. */
function completionTokens(model: LlamaModel, { prompt, system }: GenerationRequest): Token[] {
  const { bos, shouldPrependBosToken } = model.tokens;
  const tokens = model.tokenize(system === undefined ? prompt : `${system}\n\n${prompt}`, false);
  return shouldPrependBosToken && bos !== null ? [bos, ...tokens] : tokens;
}
