import { describe, expect, it } from "vitest";
import { isSurelyInterval, shapeOf } from "./shape.ts";

describe("shapeOf", () => {
  it.each([
    ["42", { kind: "scalar", text: "42" }],
    ["10,\\!080", { kind: "scalar", text: "10080" }],
    ["$\\frac{1}{2}$.", { kind: "scalar", text: "\\frac{1}{2}" }],
    ["90^\\circ", { kind: "marked", text: "90", mark: "degree" }],
    ["5.3\\%", { kind: "marked", text: "5.3", mark: "percent" }],
    ["\\text{(C)}", { kind: "choice", letter: "C" }],
    ["\\text{Navin}", { kind: "text", words: "Navin" }],
    ["no solution", { kind: "text", words: "no solution" }],
    ["1,-1,-3i", { kind: "sequence", open: "", close: "", parts: ["1", "-1", "-3i"] }],
    ["(1,2), (2,1)", { kind: "sequence", open: "", close: "", parts: ["(1,2)", "(2,1)"] }],
    [
      "\\left( 3, \\frac{\\pi}{2} \\right)",
      { kind: "sequence", open: "(", close: ")", parts: ["3", "\\frac{\\pi}{2}"] },
    ],
    ["\\{4,5,7\\}", { kind: "sequence", open: "\\{", close: "\\}", parts: ["4", "5", "7"] }],
    ["(-\\infty, 2]", { kind: "sequence", open: "(", close: "]", parts: ["-\\infty", "2"] }],
    ["y = 2x + 3", { kind: "equation", left: "y", right: "2x + 3" }],
    [
      "\\begin{pmatrix} -1 & 0 \\\\ 0 & -1 \\end{pmatrix}",
      {
        kind: "matrix",
        environment: "pmatrix",
        rows: [
          ["-1", "0"],
          ["0", "-1"],
        ],
      },
    ],
    ["Red", { kind: "text", words: "Red" }],
    ["\\$1012.50", { kind: "marked", text: "1012.50", mark: "dollar" }],
    ["\\$23{,}000", { kind: "marked", text: "23000", mark: "dollar" }],
    ["8\\sqrt{3} \\text { square inches}", { kind: "measure", text: "8\\sqrt{3}", unit: "square inches" }],
    ["141_{13}", { kind: "based", digits: "141", base: "13" }],
    [
      "(0,9) \\cup (9,\\infty)",
      {
        kind: "union",
        intervals: [
          { kind: "sequence", open: "(", close: ")", parts: ["0", "9"] },
          { kind: "sequence", open: "(", close: ")", parts: ["9", "\\infty"] },
        ],
      },
    ],
    ["f(x) = 3x", { kind: "other" }],
    ["\\ln e = 1", { kind: "other" }],
    ["\\cos 13^\\circ", { kind: "other" }],
    ["the first, the second", { kind: "other" }],
    ["1,234 or 5", { kind: "other" }],
    ["12,345,6", { kind: "other" }],
    ["$\\max$ at $n \\pi$", { kind: "other" }],
  ])("reads %j", (answer, shape) => {
    expect(shapeOf(answer)).toEqual(shape);
  });
});

describe("isSurelyInterval", () => {
  it.each([
    ["(0,1]", true],
    ["(-\\infty,1)", true],
    ["(0,1)", false],
    ["[0,1]", false],
    ["\\{0,1\\}", false],
  ])("of %j is %j", (answer, is) => {
    const shape = shapeOf(answer);
    expect(shape.kind === "sequence" && isSurelyInterval(shape)).toBe(is);
  });
});
