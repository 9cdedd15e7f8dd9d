import type { TokenPrompt } from "./batch-layout.ts";
import type { Tokenizer } from "./tokenizer.ts";

const boundary = "\n\n";

/**
 * Splits a prompt's tokens after its last blank line, so that prompts with the same demonstration share the work on it.
 *
 * Where a prompt is split depends on the prompt alone: sums over its places are rounded differently when it is read in
 * other portions, so that a split chosen by what else is in flight could change an output. A blank line inside a token
 * is no boundary: the tokens stay those of the whole prompt.
 */
export function createPromptSplitter(tokenizer: Tokenizer): (prompt: string) => TokenPrompt {
  let lastText = "";
  let lastTokens: number[] = [];
  /** Requests about one demonstration come one after another. */
  const encodeContext = (text: string): number[] => {
    if (text !== lastText) {
      lastTokens = tokenizer.encode(text);
      lastText = text;
    }
    return lastTokens;
  };

  return (text) => {
    const tokens = tokenizer.encode(text);
    const end = text.lastIndexOf(boundary);
    if (end === -1) return { context: [], prompt: tokens };
    const context = encodeContext(text.slice(0, end + boundary.length));
    const isPrefix =
      context.length < tokens.length && context.every((token, place) => token === tokens[place]);
    return isPrefix ? { context, prompt: tokens.slice(context.length) } : { context: [], prompt: tokens };
  };
}
