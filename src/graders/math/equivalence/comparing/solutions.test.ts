import { describe, expect, it } from "vitest";
import { isEquivalent } from "../index.ts";

describe("inequalities of the second degree", () => {
  it.each([
    ["|x|>2", "(-\\infty,-2)\\cup(2,\\infty)", true],
    ["|x-2|<1", "(1,3)", true],
    ["|x-1|+|x+1|<4", "(-2,2)", true],
    ["x^2\\le5", "[-\\sqrt5,\\sqrt5]", true],
    ["(x-1)(x+2)(x-3)>0", "(-2,1)\\cup(3,\\infty)", true],
    ["\\frac{x-1}{x+2}\\ge0", "(-\\infty,-2)\\cup[1,\\infty)", true],
    ["\\frac1x<1", "(-\\infty,0)\\cup(1,\\infty)", true],
    ["x^2<-1", "\\emptyset", true],
    ["\\{x\\mid x^2=4\\}", "\\{-2,2\\}", true],
    ["\\{x\\in\\mathbb{Z}\\mid1\\le x\\le3\\}", "\\{1,2,3\\}", true],
    ["\\{x\\in\\mathbb{Z}\\mid1\\le x\\le3\\}", "[1,3]", false],
    ["a<x<a+1", "(a,a+1)", true],
    ["|x|>2", "(-2,2)", false],
    ["x^2<4", "[-2,2]", false],
    ["\\frac1x<1", "(1,\\infty)", false],
    ["x^5+x>3", "2x^5+x>3", null],
  ])("%s and %s: %s", (a, b, equal) => {
    expect(isEquivalent(a, b).equal).toBe(equal);
  });
});
