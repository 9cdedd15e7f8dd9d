import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toText } from "./rational-text.ts";
import { readWorkedSolution } from "./worked-solution.ts";

const steps = (text: string) =>
  readWorkedSolution(text).steps.map(
    ({ line, text, stated, computed, correct }) =>
      `${line}: ${text} | ${toText(stated)}${correct ? "" : ` not ${toText(computed)}`}`,
  );

describe("readWorkedSolution", () => {
  it("reads calculator marks, once where the prose says the same", () => {
    const text = "Tim eats 16 - 3 = <<16-3=13>>13 eggs.\nThat is $13 * 2 = $<<13*2=26.0>>26.\nA: 26";
    expect(steps(text)).toEqual(["0: 16-3=13 | 13", "1: 13*2=26.0 | 26"]);
    expect(readWorkedSolution(text).steps.map(({ unitText }) => unitText)).toEqual(["eggs", undefined]);
  });

  it("reads equations in prose with units, currency and words", () => {
    expect(
      steps(
        [
          "She has 48 / 2 = 24 clips left.",
          "11 family boxes + 1 community box = 12 boxes",
          "That costs 3 packs x $4 = $12, and 20% of 80 = 16.",
          "(so 3 + 4 = 7)",
        ].join("\n"),
      ),
    ).toEqual([
      "0: 48 / 2 = 24 | 24",
      "1: 11 family boxes + 1 community box = 12 | 12",
      "2: 3 packs x $4 = $12 | 12",
      "2: 20% of 80 = 16 | 16",
      "3: 3 + 4 = 7 | 7",
    ]);
  });

  it("takes a parenthesis for a factor only directly after a number", () => {
    expect(steps("1/2 (68) + 10 = 44")).toEqual(["0: 1/2 (68) + 10 = 44 | 44"]);
    expect(steps("3 apples (2 red) + 4 = 7")).toEqual([]);
  });

  it("reads a marked and an unmarked equation of one line in their order", () => {
    expect(steps("3*2=6 red and 6*4=<<6*4=24>>24 blue, 6+24=30 in all")).toEqual([
      "0: 3*2=6 | 6",
      "0: 6*4=24 | 24",
      "0: 6+24=30 | 30",
    ]);
  });

  it("tells a running chain from a rewritten side", () => {
    expect(steps("10*3=30+5=35")).toEqual(["0: 10*3=30 | 30", "0: 30+5=35 | 35"]);
    expect(steps("2*3+4=6+4=10")).toEqual(["0: 2*3+4=6+4 | 10", "0: 6+4=10 | 10"]);
  });

  it("finds stated results that are wrong, and accepts rounded ones", () => {
    expect(steps("7 + 8 = 16")).toEqual(["0: 7 + 8 = 16 | 16 not 15"]);
    expect(steps("100 / 3 = 33.33")).toEqual(["0: 100 / 3 = 33.33 | 33.33"]);
  });

  it.each([
    "2x + 3 = 7",
    "So 5A - 5 = 30",
    "x + 2 = 80",
    "X*2 - $40 = $250",
    "3 / 0 = 5",
    "2.5 years = 30 months",
    "3 + 4 = 7 + n",
    "The 3rd + 4 = is",
    "2:10 + 41 = 51",
    "",
  ])("reads no step in %j", (text) => {
    expect(steps(text)).toEqual([]);
  });

  it("keeps a mark that only restates a number", () => {
    expect(steps("He paid $<<1200=1200>>1200")).toEqual(["0: 1200=1200 | 1200"]);
  });

  it("survives any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."0123456789.,%$+-*/()=<>x :A#\nof") }), (text) => {
        for (const { line, text: written } of readWorkedSolution(text).steps) {
          expect(text.split("\n")[line]).toContain(written);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe("the final answer", () => {
  it.each([
    ["3 + 4 = 7\n#### 7", "7", "7"],
    ["A: 90,000 dollars", "90000", "90,000 dollars"],
    ["#### -5", "-5", "-5"],
    ["A: 1/3", "1/3", "1/3"],
    ["#### $2.50", "2.5", "$2.50"],
    ["So the answer is 20 + 4 = 24 clips", "24", "24 clips"],
    ["A: 5\nA: 6", "6", "6"],
  ])("is read from %j", (text, value, written) => {
    const { finalAnswer, finalAnswerText } = readWorkedSolution(text);
    expect(finalAnswer && toText(finalAnswer)).toBe(value);
    expect(finalAnswerText).toBe(written);
  });

  it("is null where none is stated or it is no number", () => {
    expect(readWorkedSolution("3 + 4 = 7")).toMatchObject({ finalAnswer: null, finalAnswerText: null });
    expect(readWorkedSolution("A: 5:30 PM")).toMatchObject({ finalAnswer: null, finalAnswerText: "5:30 PM" });
    expect(readWorkedSolution("####").finalAnswerText).toBeNull();
  });

  it("ends the steps, but keeps those of its own sentence", () => {
    expect(steps("1 + 1 = 2\n#### 2\n3 + 3 = 6")).toEqual(["0: 1 + 1 = 2 | 2"]);
    expect(steps("The answer is 20 + 4 = 24")).toEqual(["0: 20 + 4 = 24 | 24"]);
  });
});
