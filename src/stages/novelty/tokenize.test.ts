import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { tokenize } from "./tokenize.ts";

const fixtures = JSON.parse(readFileSync(new URL("./fixtures/rouge.json", import.meta.url), "utf8")) as {
  tokenized: { text: string; words: string[] }[];
};

describe("tokenize", () => {
  it.each(fixtures.tokenized)("reads $text as rouge_score does", ({ text, words }) => {
    expect(tokenize(text)).toEqual(words);
  });

  it("takes letters from no character outside ASCII but the dotted I and the Kelvin sign, as Python", () => {
    const yielding: string[] = [];
    for (let code = 0x80; code <= 0x10ffff; code++) {
      const character = String.fromCodePoint(code);
      if (tokenize(character).length > 0) yielding.push(character);
    }
    expect(yielding).toEqual(["\u0130", "\u212a"]);
  });
});
