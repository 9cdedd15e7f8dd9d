import { Template } from "@huggingface/jinja";
import { ErrataError } from "../../foundation/errors.ts";
import type { GenerationRequest } from "../language-model.ts";
import type { LlamaModel } from "./binding.ts";

/** Puts a prompt, with instructions and what was said before it, into the chat template of a model's file, up to where the answer begins. */
export type ChatTemplate = (request: Pick<GenerationRequest, "prompt" | "system" | "earlier">) => string;

/** @throws ErrataError when the file has no template */
export function readChatTemplate({ fileInfo, tokens }: LlamaModel, file: string): ChatTemplate {
  const source = fileInfo.metadata.tokenizer?.chat_template;
  if (source === undefined) {
    throw new ErrataError(`${file} has no chat template.`, {
      advice: 'It holds a base model: set `prompt: "completion"`.',
    });
  }
  const template = new Template(source);
  const special = { bos_token: tokens.bosString ?? "", eos_token: tokens.eosString ?? "" };
  return ({ prompt, system, earlier = [] }) => {
    const instructions = system === undefined ? [] : [{ role: "system", content: system }];
    const rounds = earlier.flatMap((round) => [
      { role: "user", content: round.prompt },
      { role: "assistant", content: round.answer },
    ]);
    const messages = [...instructions, ...rounds, { role: "user", content: prompt }];
    try {
      return template.render({ ...special, messages, add_generation_prompt: true });
    } catch (cause) {
      throw new ErrataError(
        `The chat template of ${file} refuses the messages: ${(cause as Error).message}.`,
        {
          cause,
          advice: 'Set `prompt: "completion"`, which needs no template.',
        },
      );
    }
  };
}
