import { describe, expect, it } from "vitest";
import { contains } from "../syntax/children.ts";
import { readAnswer } from "./read-answer.ts";

const kindOf = (text: string) => readAnswer(text)[0]?.kind;

describe("readAnswer", () => {
  it.each([
    ["3x^2", "product"],
    ["\\frac12", "quotient"],
    ["(1,2]", "sequence"],
    ["\\{1,2\\}", "set"],
    ["\\{x \\mid x > 2\\}", "set-builder"],
    ["1, 2 or 3", "list"],
    ["x < 2", "relation"],
    ["[0,1] \\cup \\{5\\}", "set-operation"],
    ["3 : 2", "ratio"],
    ["5 \\text{ cm}^2", "quantity"],
    ["\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}", "matrix"],
    ["f(x)", "application"],
    ["a_{n+1}", "application"],
    ["\\sin 2x", "function"],
    ["\\sin x \\cos x", "product"],
    ["Wednesday", "words"],
  ])("reads %s as a %s", (text, kind) => {
    expect(kindOf(text)).toBe(kind);
  });

  it.each(["3 +* 4", "(1,2", "\\frac{1}", "\\foo{1}", "2 3", "", "("])("does not read %j", (text) => {
    expect(readAnswer(text)).toEqual([]);
  });

  it("reads ambiguous notation in two ways", () => {
    expect(readAnswer("1,234").map((node) => node.kind)).toEqual(["number", "list"]);
    expect(readAnswer("1/2x").map((node) => node.kind)).toEqual(["product", "quotient"]);
    expect(readAnswer("1,2")).toHaveLength(1);
  });

  it("takes i under a sum over i for the index", () => {
    const isImaginary = (text: string) =>
      contains(readAnswer(text)[0]!, (node) => node.kind === "constant" && node.name === "i");
    expect(isImaginary("\\sum_{i=1}^{3} i")).toBe(false);
    expect(isImaginary("2i")).toBe(true);
  });

  it("refuses what is nested too deeply", () => {
    expect(readAnswer(`${"(".repeat(500)}1${")".repeat(500)}`)).toEqual([]);
    expect(readAnswer(`${"(".repeat(10)}1${")".repeat(10)}`)).toHaveLength(1);
  });
});
