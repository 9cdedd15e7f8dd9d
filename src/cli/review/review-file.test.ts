import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { markReviewed, readReview } from "./read-review.ts";
import { reviewText } from "./write-review.ts";

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "errata-review-"));
  file = join(folder, "review-1.yaml");
});
afterEach(() => rmSync(folder, { recursive: true }));

const types = [
  {
    id: "wrong-operation",
    name: "Wrong operation: + for −",
    explanation: 'It says "yes", # and: more.',
    keyphrases: [
      { text: "added instead of subtracted", badCases: 12, example: "p1: Ann has\n3 apples." },
      { text: "yes", badCases: 1, example: null },
    ],
  },
  {
    id: "slip",
    name: "Slip",
    explanation: "",
    keyphrases: [{ text: "slip in +", badCases: 2, example: null }],
  },
];
const phrases = new Set(types.flatMap(({ keyphrases }) => keyphrases.map(({ text }) => text)));

describe("a review file", () => {
  it("reads back what was written, not reviewed yet", () => {
    writeFileSync(file, reviewText(1, types));
    expect(readReview(file, phrases)).toEqual({
      reviewed: false,
      errorTypes: types.map(({ keyphrases, ...type }) => ({
        ...type,
        exclude: false,
        keyphrases: keyphrases.map(({ text }) => text),
      })),
    });
  });

  it("tells a person how many bad cases a type and a phrase have, with an example", () => {
    const text = reviewText(1, types);
    expect(text).toContain("# 13 bad cases\n");
    expect(text).toContain("# 12 bad cases, for example p1: Ann has 3 apples.\n");
    expect(text).toContain("reviewed: true");
  });

  it("is marked without touching what the person wrote", () => {
    writeFileSync(file, `# mine\n${reviewText(1, types)}`);
    const before = readFileSync(file, "utf8");
    markReviewed(file);
    expect(readFileSync(file, "utf8")).toBe(before.replace("reviewed: false", "reviewed: true"));
  });

  it.each([
    ["reviewed: maybe\nerrorTypes: []", 1, "reviewed"],
    ["reviewed: true\nerrorTypes:\n  - id: a\n    name: A\n    keyphrases: []", 5, "keyphrases"],
    ["reviewed: true\nerrorTypes:\n  - id: a\n    nam: A\n    keyphrases: [yes]", 3, "nam"],
    ["reviewed: true\nerrorTypes:\n  - id: a\n    name: A\n    keyphrases:\n      - no such", 6, "no such"],
    [
      'reviewed: true\nerrorTypes:\n  - {id: a, name: A, keyphrases: ["yes"]}\n  - {id: a, name: B, keyphrases: ["yes"]}',
      4,
      'two entries have the id "a"',
    ],
    ["reviewed: true\nerrorTypes: [\n", 3, ""],
  ])("names the line that is wrong: %j", (text, line, message) => {
    writeFileSync(file, text);
    expect(() => readReview(file, phrases)).toThrow(`review-1.yaml, line ${line}: `);
    expect(() => readReview(file, phrases)).toThrow(message);
  });
});
