import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Tokenizer as HuggingFaceTokenizer } from "@huggingface/tokenizers";
import { ErrataError } from "../../foundation/errors.ts";

/** Text to token ids and back. */
export interface Tokenizer {
  /** Token that ends a text. */
  readonly endOfText: number;
  /** Adds no special tokens: the text is the whole sequence. */
  encode(text: string): number[];
  /** Leaves special tokens out. */
  decode(tokens: readonly number[]): string;
}

/**
 * Reads `tokenizer.json` and `tokenizer_config.json` of a model directory.
 *
 * @throws ErrataError when a file is missing or names no end-of-text token.
 */
export async function readTokenizer(directory: string): Promise<Tokenizer> {
  const [description, settings] = await Promise.all([
    readJson(join(directory, "tokenizer.json")),
    readJson(join(directory, "tokenizer_config.json")),
  ]);
  const tokenizer = new HuggingFaceTokenizer(description, settings);
  const endOfText = tokenizer.token_to_id(endOfTextToken(settings));
  if (endOfText === undefined)
    throw new ErrataError(
      `${join(directory, "tokenizer_config.json")} names no end-of-text token of the vocabulary.`,
      {
        advice: 'Set "eos_token" to a token of tokenizer.json.',
      },
    );
  return {
    endOfText,
    encode: (text) => tokenizer.encode(text, { add_special_tokens: false }).ids,
    decode: (tokens) =>
      tokenizer.decode([...tokens], { skip_special_tokens: true, clean_up_tokenization_spaces: false }),
  };
}

/** Hugging Face writes a token as its text or as an object with its text and flags. */
function endOfTextToken(settings: object): string {
  const { eos_token: token } = settings as { eos_token?: string | { content: string } | null };
  return (typeof token === "string" ? token : token?.content) ?? "";
}

async function readJson(path: string): Promise<object> {
  try {
    return JSON.parse(await readFile(path, "utf8"));
  } catch (cause) {
    throw new ErrataError(`${path} cannot be read as JSON.`, {
      cause,
      advice:
        "A model directory holds config.json, model.safetensors, tokenizer.json and tokenizer_config.json.",
    });
  }
}
