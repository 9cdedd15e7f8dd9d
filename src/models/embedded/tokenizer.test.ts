import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { referenceTexts, tinyDirectory } from "./test-support.ts";
import { readTokenizer, type Tokenizer } from "./tokenizer.ts";

let tokenizer: Tokenizer;
beforeAll(async () => {
  tokenizer = await readTokenizer(tinyDirectory);
});

describe("tokenizer", () => {
  it.each(referenceTexts().map(({ text, tokens }) => [text, tokens] as const))(
    "gives the tokens of the Python tokenizers: %j",
    (text, tokens) => {
      expect(tokenizer.encode(text)).toEqual(tokens);
    },
  );

  it("brings back any text, through bytes where the vocabulary lacks a character", () => {
    fc.assert(
      // The tokenizer writes a space as ▁, so that it cannot tell the two apart.
      fc.property(
        fc.string({ unit: "grapheme" }).filter((text) => !/▁|<(pad|eos)>/.test(text)),
        (text) => {
          expect(tokenizer.decode(tokenizer.encode(text))).toBe(text);
        },
      ),
    );
  });

  it("leaves the end of text out", () => {
    expect(tokenizer.decode([...tokenizer.encode("12"), 1])).toBe("12");
  });

  it("says which file is missing", async () => {
    await expect(readTokenizer("no/such/model")).rejects.toThrow("tokenizer.json");
  });
});
