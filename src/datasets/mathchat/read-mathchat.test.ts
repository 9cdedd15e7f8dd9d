import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { boxedAnswer } from "./boxed-answer.ts";
import { exchangesOf } from "./exchanges.ts";
import { readMathChat } from "./read-mathchat.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "errata-mathchat-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function fileOf(...rows: object[]): string {
  const file = join(folder, "rows.jsonl");
  writeFileSync(file, rows.map((row) => JSON.stringify(row)).join("\n"));
  return file;
}

const problem = {
  question: "Ann has 3 boxes of 400 pens. How many?",
  answer: "3*400=<<3*400=1200>>1200\n#### 1,200",
};
const first = "A: And with 4 boxes?\n\nB: 4 * 400 = 1,600 pens. The answer is \\ANSWER{1,600}.";
const second = "A: What if A: is a name?\nB: Then $2 is \\boxed{$2}.";

describe("readMathChat", () => {
  it("reads follow-up questions with the answers that their references state", () => {
    const rows = readMathChat(fileOf({ ...problem, followup: `${first}\n\n${second}` }), "follow-up");
    expect(rows).toEqual([
      {
        kind: "follow-up",
        benchmark: "mathchat",
        problemId: "mathchat-follow-up-0",
        rounds: [
          { question: problem.question, solution: problem.answer, answer: "1200" },
          {
            question: "And with 4 boxes?",
            solution: "4 * 400 = 1,600 pens. The answer is \\ANSWER{1,600}.",
            answer: "1600",
          },
          { question: "What if A: is a name?", solution: "Then $2 is \\boxed{$2}.", answer: "2" },
        ],
      },
    ]);
  });

  it("reads a wrong answer and the request to correct it, whose answer is the problem's", () => {
    const dialogue = "A: Three boxes of 400?\n\nB: 700, I think.\n\nA: Not quite. Again?\n\nB: Sorry, 1200.";
    const [row] = readMathChat(fileOf({ ...problem, error_correction: dialogue }), "error-correction");
    expect(row!.rounds).toMatchObject([
      { question: "Three boxes of 400?", given: "700, I think.", answer: "1200" },
      { question: "Not quite. Again?", answer: "1200" },
    ]);
    expect(row!.rounds[1]).not.toHaveProperty("given");
  });

  it("leaves out dialogues of another length, and questions without an answer, and keeps the ids of the others", () => {
    const kept = { ...problem, followup: `${first}\n${second}` };
    const rows = readMathChat(
      fileOf({ ...problem, followup: first }, kept, {
        ...problem,
        followup: `${first}\nA: And?\nB: Who knows.`,
      }),
      "follow-up",
    );
    expect(rows.map(({ problemId }) => problemId)).toEqual(["mathchat-follow-up-1"]);
  });

  it("says what a file must hold that has no dialogue", () => {
    const file = fileOf({ ...problem, followup: "none" });
    expect(() => readMathChat(file, "follow-up")).toThrow("has no dialogue that can be held");
    expect(() => readMathChat(file, "error-correction")).toThrow("error_correction");
  });
});

it.each([
  ["B: I begin.\nA: Do you?", []],
  ["A: One.\nA: Two.\nB: Three.", []],
  ["A: One.\nB: ", []],
  ["A: One.", []],
  ["Well.\nA: One.\nB: Two.", []],
  ["A: One,\nin lines.\n  B: Two.", [{ user: "One,\nin lines.", assistant: "Two." }]],
])("cuts %j where user and assistant take turns", (text, exchanges) => {
  expect(exchangesOf(text)).toEqual(exchanges);
});

it.each([
  ["\\ANSWER{$60.80}", "60.80"],
  ["\\ANSWER{160 minutes}.", "160"],
  ["\\boxed{25\\%}", "25"],
  ["first \\boxed{1}, then \\ANSWER{-2}", "-2"],
  ["\\boxed{\\frac{1}{2}}", "\\frac{1}{2}"],
  ["\\ANSWER{6:23 PM}", "6:23 PM"],
  ["no box", null],
])("reads the answer of %j", (text, answer) => {
  expect(boxedAnswer(text)).toBe(answer);
});
