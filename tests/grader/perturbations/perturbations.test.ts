import { describe, expect, it } from "vitest";
import { createRandom } from "../../../src/foundation/random.ts";
import { answerOf } from "../gold-answers.ts";
import { sameValue } from "../oracle/same-value.ts";
import { perturbationsOf } from "./index.ts";

const textsOf = (answer: string) =>
  perturbationsOf(answerOf(answer), createRandom("perturbations")).map(({ text }) => text);

describe("perturbationsOf", () => {
  it.each([
    ["42", ["-(42)", "42 + 1", "4.2"]],
    ["-7", ["7"]],
    ["\\frac{3}{4}", ["\\frac{4}{4}", "\\frac{3}{5}", "\\frac{4}{3}", "-(\\frac{3}{4})"]],
    ["(1, 2]", ["(2, 1]", "[1, 2]", "(1, 2)"]],
    ["(1, 2)", ["(2, 1)"]],
    ["[0, 1) \\cup (2, \\infty)", ["[0, 1) \\cup (2 + 1, \\infty)"]],
    ["\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}", ["\\begin{pmatrix}3 & 4 \\\\ 1 & 2\\end{pmatrix}"]],
    ["y = 2x + 3", ["y = 2x + 3 + 1", "q = 2x + 3"]],
    ["\\text{odd}", ["\\text{not odd}"]],
    ["(B)", ["A"]],
    ["141_{13}", ["140_{13}"]],
    ["12:50 pm", ["22:50 pm"]],
  ])("makes other answers of %j", (answer, expected) => {
    expect(textsOf(answer)).toEqual(expect.arrayContaining(expected));
  });

  it.each([
    ["1, -1", "-1, 1"],
    ["\\{2, 2\\}", "\\{2\\}"],
    ["0", "-(0)"],
    ["\\frac{1}{1}", "\\frac{2}{2}"],
  ])("does not call %j and %j different", (answer, same) => {
    expect(textsOf(answer)).not.toContain(same);
  });

  it.each([
    "17",
    "-3.20",
    "\\frac{-22}{8}",
    "2\\frac{1}{3}",
    "1-\\sqrt{2}+i",
    "-x^3 + 2x(y-1)",
    "\\frac{\\sin 2x}{3}+\\ln x",
  ])("changes the value of %j", (answer) => {
    const texts = textsOf(answer);
    expect(texts.length).toBeGreaterThan(2);
    for (const text of texts) expect([text, sameValue(text, answer)]).toEqual([text, false]);
  });
});
