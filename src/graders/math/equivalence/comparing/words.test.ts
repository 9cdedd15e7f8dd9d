import { describe, expect, it } from "vitest";
import { isProse, isWording, meaningOf, plainWords } from "./words.ts";

describe("words", () => {
  it.each([
    ["\\text{The third quadrant.}", "third quadrant"],
    ["DNE", "does not exist"],
    ["No real solutions", "no solution"],
  ])("%s means %s", (text, words) => {
    expect(plainWords(text)).toBe(words);
  });

  it("knows words from mathematics", () => {
    expect(["x+1", "5", "\\frac{1}{2}", "A"].map(isWording)).toEqual([false, false, false, false]);
    expect(["Monday", "October 5", "\\text{not even}"].map(isWording)).toEqual([true, true, true]);
    expect(isProse("they are equal")).toBe(true);
    expect(isProse("abc")).toBe(false);
  });

  it("gives some phrases a meaning", () => {
    expect(meaningOf("twelve")).toMatchObject({ kind: "number", value: { numerator: 12n } });
    expect(meaningOf("no solution")).toEqual({ kind: "named-set", name: "empty" });
    expect(meaningOf("twelfth")).toBeNull();
  });
});
