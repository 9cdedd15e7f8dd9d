import { describe, expect, it } from "vitest";
import { createRandom } from "../../foundation/random.ts";
import { generateWordProblem, skills, splitOf, type Wordings } from "./index.ts";

function texts(skill: string, wordings: Wordings, count = 150): string[] {
  const random = createRandom(`texts of ${skill}`);
  return Array.from({ length: count }, () => generateWordProblem({ skill, wordings, random }).question);
}

describe("generateWordProblem", () => {
  it("writes the same problem for the same seed", () => {
    const write = () =>
      generateWordProblem({ skill: "ages", wordings: "ordinary", random: createRandom("same") });
    expect(write()).toEqual(write());
  });

  it("keeps ordinary problems in the split asked for, and in train when none is", () => {
    const random = createRandom("splits");
    const write = (split: "dev" | "test") =>
      generateWordProblem({ skill: "groups", wordings: "ordinary", random, split }).question;
    expect(texts("groups", "ordinary", 50).map(splitOf)).toEqual(Array(50).fill("train"));
    expect(splitOf(write("dev"))).toBe("dev");
    expect(splitOf(write("test"))).toBe("test");
  });

  it("refuses ordinary wordings of a skill that is held out, and unknown skills", () => {
    const random = createRandom("refused");
    expect(() => generateWordProblem({ skill: "profit", wordings: "ordinary", random })).toThrow("held out");
    expect(() => generateWordProblem({ skill: "magic", wordings: "ordinary", random })).toThrow("magic");
  });
});

describe.each(skills)("the texts of $id", ({ id, heldOut }) => {
  const questions = [...(heldOut ? [] : texts(id, "ordinary")), ...texts(id, "held-out")];

  it.each([
    ["have 25 to 60 words", (text: string) => count(text, / /g) >= 24 && count(text, / /g) <= 59],
    ["ask once, at the end", (text: string) => count(text, /\?/g) === 1 && text.endsWith("?")],
    ["start every sentence with a capital or a number", (text: string) => !/(^|[.?] )[a-z]/.test(text)],
    ["leave no template behind", (text: string) => !/[[\]{}|]|undefined|NaN/.test(text)],
    [
      "space words and marks as usual",
      (text: string) => !/ {2}| [.,?]|[.,][.,?]|[a-z][.,?][a-z]/i.test(text),
    ],
    ["say no word twice", (text: string) => !/\b([a-z]+) \1\b/i.test(text)],
    ["count nothing as one in the plural", (text: string) => !/\b1 [a-z]+s\b/.test(text)],
    ["use a and an rightly", (text: string) => !/\b(a [aeio]|an [bcdfgjklmnpqrstvwxz])/i.test(text)],
    [
      "put no subject after a preposition",
      (text: string) => !/\b(of|for|with|from|by|to) (he|she)\b/.test(text),
    ],
  ])("%s", (_, holds) => {
    expect(questions.filter((text) => !holds(text))).toEqual([]);
  });
});

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
