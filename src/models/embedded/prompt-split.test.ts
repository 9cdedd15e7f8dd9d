import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { createPromptSplitter } from "./prompt-split.ts";
import { tinyDirectory } from "./test-support.ts";
import { readTokenizer, type Tokenizer } from "./tokenizer.ts";

let tokenizer: Tokenizer;
beforeAll(async () => {
  tokenizer = await readTokenizer(tinyDirectory);
});

describe("createPromptSplitter", () => {
  it("puts the demonstration into the context", () => {
    const { context, prompt } = createPromptSplitter(tokenizer)(
      "Question: 1\nSolution: 2\n\nQuestion: 3\nSolution:",
    );
    expect(tokenizer.decode(context)).toBe("Question: 1\nSolution: 2\n\n");
    expect(tokenizer.decode(prompt)).toBe("Question: 3\nSolution:");
  });

  it("keeps a prompt without a blank line, or with nothing after it, in one piece", () => {
    const split = createPromptSplitter(tokenizer);
    expect(split("Question: 3").context).toEqual([]);
    expect(split("Question: 3\n\n").context).toEqual([]);
  });

  it("never changes the tokens, and splits a prompt the same way whatever came before it", () => {
    const piece = fc.constantFrom("Question: Tom has", "\n\n", "\n", " 3 apples", "12", "\n\n\n");
    const prompt = fc.array(piece, { minLength: 1, maxLength: 8 }).map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(fc.array(prompt, { minLength: 1, maxLength: 5 }), (prompts) => {
        const split = createPromptSplitter(tokenizer);
        for (const text of prompts) {
          const parts = split(text);
          expect([...parts.context, ...parts.prompt]).toEqual(tokenizer.encode(text));
          expect(parts).toEqual(createPromptSplitter(tokenizer)(text));
        }
      }),
    );
  });
});
