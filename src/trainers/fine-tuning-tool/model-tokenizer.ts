import { Tokenizer } from "@huggingface/tokenizers";
import { z } from "zod";
import { ErrataError } from "../../foundation/errors.ts";
import { type ModelPlaces, modelFileReader } from "./tokenizer-files.ts";

/** What has to be known of a model's tokenizer to prepare its training. */
export interface ModelTokenizer {
  /** Tokens of a text by itself, without special tokens. */
  count(text: string): number;
  /** The special tokens that it puts before every text, as text: empty for many models. */
  beginning: string;
  /** The token that ends a text, as text. */
  end: string;
  /** Whether a token for padding is named. */
  hasPadding: boolean;
  hasChatTemplate: boolean;
}

const SpecialToken = z
  .union([z.string(), z.object({ content: z.string() }).transform(({ content }) => content)])
  .nullish();
const TokenizerConfig = z.object({
  eos_token: SpecialToken,
  pad_token: SpecialToken,
  chat_template: z.unknown().optional(),
});

/** Reads the tokenizer of a model. Throws an `ErrataError` where it cannot be had or does not say how a text ends. */
export async function readModelTokenizer(model: string, places: ModelPlaces): Promise<ModelTokenizer> {
  const readFile = modelFileReader(model, places);
  const [definition, config] = [await readFile("tokenizer.json"), await readFile("tokenizer_config.json")];
  if (definition === null || config === null) {
    const missing = definition === null ? "tokenizer.json" : "tokenizer_config.json";
    throw new ErrataError(`${model} has no ${missing}.`, {
      advice:
        "Correct `trainer.model`: a folder, or the name of a model on the hub, with the files of a fast tokenizer.",
    });
  }
  const hasTemplateFile = (await readFile("chat_template.jinja")) !== null;
  try {
    return tokenizerOf(JSON.parse(definition), JSON.parse(config), hasTemplateFile);
  } catch (cause) {
    throw new ErrataError(`The tokenizer of ${model} cannot be used: ${(cause as Error).message}`, { cause });
  }
}

function tokenizerOf(definition: object, config: object, hasTemplateFile: boolean): ModelTokenizer {
  const { eos_token: end, pad_token: padding, chat_template } = TokenizerConfig.parse(config);
  if (!end) throw new Error("its tokenizer_config.json names no eos_token.");
  const tokenizer = new Tokenizer(definition, config);
  const count = (text: string) => tokenizer.encode(text, { add_special_tokens: false }).ids.length;
  return {
    count,
    beginning: beginningOf(tokenizer),
    end,
    hasPadding: Boolean(padding),
    hasChatTemplate: hasTemplateFile || Boolean(chat_template),
  };
}

/** What stands before the first token of a text once special tokens are added. */
function beginningOf(tokenizer: Tokenizer): string {
  const bare = tokenizer.encode("1", { add_special_tokens: false }).tokens;
  const whole = tokenizer.encode("1").tokens;
  return whole.slice(0, whole.indexOf(bare[0] as string)).join("");
}
