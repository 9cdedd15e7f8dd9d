import { describe, expect, it } from "vitest";
import { createRandom } from "../../../src/foundation/random.ts";
import { answerOf } from "../gold-answers.ts";
import { sameValue } from "../oracle/same-value.ts";
import { bareAnswer, shapeOf } from "../shape.ts";
import { rewritingsOf } from "./index.ts";

const all = 100;
const textsOf = (answer: string) =>
  rewritingsOf(answerOf(answer), createRandom("rewritings"), all).map(({ text }) => text);

describe("rewritingsOf", () => {
  it.each([
    [
      "12345",
      [
        "12,345",
        "12{,}345",
        "1.2345 \\times 10^{4}",
        "12345.0",
        "\\frac{74070}{6}",
        "$12345$",
        "12345 \\text{ cm}",
      ],
    ],
    ["-0.25", ["-0.250", "\\frac{-150}{600}", "-\\$0.25"]],
    ["-\\frac{7}{2}", ["-7/2", "-3.5", "\\frac{-7}{2}", "\\frac{7}{-2}", "-3\\frac{1}{2}", "-\\dfrac{7}{2}"]],
    ["\\frac13", ["1/3", "\\frac{3}{9}", "\\dfrac13"]],
    [
      "2 + 3\\sqrt{5}",
      ["3\\sqrt{5} + 2", "2 + 3(5)^{\\frac{1}{2}}", "2+3\\sqrt{5}", "\\boxed{2 + 3\\sqrt{5}}"],
    ],
    ["x^2 - 2 \\pi x", ["- 2 \\pi x + x^2", "x^2-2\\pi x", "x^{2} - 2 \\pi x"]],
    ["(-\\infty, 3]", ["x \\le 3", "\\left(-\\infty, 3\\right]"]],
    ["[0, 1) \\cup (2, \\infty)", ["(2, \\infty) \\cup [0, 1)", "0 \\le x < 1 \\text{ or } 2 < x"]],
    ["1, 2, 3", ["3, 2, 1", "1, 2 \\text{ and } 3", "$1, 2, 3$"]],
    ["y = 2x + 3", ["2x + 3 = y", "y - (2x + 3) = 0", "y = 2x + 3".replace("2x + 3", "3 + 2x")]],
    ["x = 5", ["5", "5 = x"]],
    ["\\begin{pmatrix} 1 \\\\ 2 \\end{pmatrix}", ["\\begin{bmatrix}1 \\\\ 2\\end{bmatrix}"]],
    ["90^\\circ", ["90^{\\circ}", "90°", "90 degrees"]],
    ["5\\%", ["5%", "5 percent"]],
    ["\\$1.50", ["1.50 dollars", "1.50"]],
    ["141_{13}", ["141 _ {13}"]],
    ["\\text{even}", ["even", "EVEN", "\\textbf{even}"]],
    ["\\text{(C)}", ["C", "(C)", "C."]],
  ])("writes %j otherwise", (answer, expected) => {
    expect(textsOf(answer)).toEqual(expect.arrayContaining(expected));
  });

  it("leaves the order of pairs alone", () => {
    expect(textsOf("(1, 2)").filter((text) => text.includes("2, 1"))).toEqual([]);
  });

  it.each([
    "17",
    "-3.20",
    "\\frac{-22}{8}",
    "3/4",
    "2\\frac{1}{3}",
    "1-\\sqrt{2}+i",
    "-x^3 + 2x(y-1)",
    "\\frac{\\sin 2x}{3}+\\ln x",
  ])("keeps the value of %j", (answer) => {
    const scalars = textsOf(answer).filter((text) => shapeOf(text).kind === "scalar");
    expect(scalars.length).toBeGreaterThan(5);
    for (const text of scalars) expect([text, sameValue(bareAnswer(text), answer)]).toEqual([text, true]);
  });

  it("gives as many as asked for, each once", () => {
    const texts = rewritingsOf(answerOf("1200"), createRandom("few"), 10).map(({ text }) => text);
    expect(new Set(texts).size).toBe(10);
    expect(texts).not.toContain("1200");
  });
});
