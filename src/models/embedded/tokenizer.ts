import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Tokenizer as HuggingFaceTokenizer } from "@huggingface/tokenizers";
import { ErrataError } from "../../foundation/errors.ts";

/** Text to token ids and back. */
export interface Tokenizer {
  /** Adds no special tokens: the text is the whole sequence. */
  encode(text: string): number[];
  /** Leaves special tokens out. */
  decode(tokens: readonly number[]): string;
}

/**
 * Reads the `tokenizer.json` of a model directory.
 *
 * @throws ErrataError when the file is missing or is no Hugging Face tokenizer
 */
export async function readTokenizer(directory: string): Promise<Tokenizer> {
  const path = join(directory, "tokenizer.json");
  let tokenizer: HuggingFaceTokenizer;
  try {
    tokenizer = new HuggingFaceTokenizer(JSON.parse(await readFile(path, "utf8")), {});
  } catch (cause) {
    throw new ErrataError(`${path} cannot be read as a tokenizer.`, {
      cause,
      advice: "A model directory holds config.json, model.safetensors and tokenizer.json.",
    });
  }
  return {
    encode: (text) => tokenizer.encode(text, { add_special_tokens: false }).ids,
    // The library refuses to decode nothing, which is what a model that ends at once writes.
    decode: (tokens) =>
      tokens.length === 0
        ? ""
        : tokenizer.decode([...tokens], { skip_special_tokens: true, clean_up_tokenization_spaces: false }),
  };
}
