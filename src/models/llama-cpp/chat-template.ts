import { Template } from "@huggingface/jinja";
import { ErrataError } from "../../foundation/errors.ts";
import type { LlamaModel } from "./binding.ts";

/** Puts a prompt, and instructions before it, into the chat template of a model's file, up to where the answer begins. */
export type ChatTemplate = (prompt: string, system: string | undefined) => string;

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
  return (prompt, system) => {
    const instructions = system === undefined ? [] : [{ role: "system", content: system }];
    const messages = [...instructions, { role: "user", content: prompt }];
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
