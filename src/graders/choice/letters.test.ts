import { describe, expect, it } from "vitest";
import { lettersOf } from "./letters.ts";

describe("lettersOf", () => {
  it.each([
    ["C", "C"],
    ["(C)", "C"],
    ["\\text{(C)}", "C"],
    ["A and C", "AC"],
    ["(C), (A)", "AC"],
    ["(A) (C)", "AC"],
    ["(A) $$I$$", "A"],
    ["(B) $$B$$ or $$C$$", "B"],
    ["C. 12", "C"],
    ["(C) 12", "C"],
    ["I have 12", null],
    ["x", null],
  ])("of %j are %j", (answer, letters) => {
    expect(lettersOf(answer)).toBe(letters);
  });
});
