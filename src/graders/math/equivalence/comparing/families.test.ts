import { describe, expect, it } from "vitest";
import { isEquivalent } from "../index.ts";

describe("families of angles", () => {
  it.each([
    ["\\frac{\\pi}{4}+k\\pi", "\\frac{\\pi}{4}+n\\pi", true],
    ["x=\\frac{\\pi}{4}+k\\pi, k\\in\\mathbb{Z}", "-\\frac{3\\pi}{4}+\\pi n", true],
    ["\\frac{\\pi}{4}+\\frac{k\\pi}{2}", "\\frac{\\pi}{4}+k\\pi, \\frac{3\\pi}{4}+k\\pi", true],
    ["\\pm\\frac{\\pi}{3}+2k\\pi", "\\frac{\\pi}{3}+2n\\pi, \\frac{5\\pi}{3}+2n\\pi", true],
    ["\\{x\\mid x=k\\pi, k\\in\\mathbb{Z}\\}", "n\\pi", true],
    ["45^\\circ+180^\\circ k", "225^\\circ+180^\\circ n", true],
    ["\\frac{\\pi}{4}+k\\pi", "\\frac{\\pi}{4}+2k\\pi", false],
    ["\\frac{\\pi}{2}+k\\pi", "k\\pi", false],
    ["2k\\pi", "k\\pi", false],
    ["2\\pi n", "-2\\pi n", false],
    ["\\theta=k\\pi", "x=k\\pi", false],
  ])("%s and %s: %s", (a, b, equal) => {
    expect(isEquivalent(a, b).equal).toBe(equal);
  });
});
