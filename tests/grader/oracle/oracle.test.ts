import { describe, expect, it } from "vitest";
import { hasVariables, isScalar, sameValue } from "./same-value.ts";

describe("sameValue", () => {
  it.each([
    ["\\frac{1}{2}", "0.5"],
    ["\\frac12", "1/2"],
    ["\\dfrac1{72}", "1/72"],
    ["2\\frac{1}{3}", "\\frac{7}{3}"],
    ["3\\sqrt{13}", "\\sqrt{117}"],
    ["\\sqrt[3]{8}", "2"],
    ["(1+i)^2", "2i"],
    ["e^{i\\pi}+2", "1"],
    ["x^2-y^2", "\\left(x-y\\right)(x+y)"],
    ["x^{12}", "x^{6}\\cdot x^6"],
    ["\\sin(\\frac{\\pi}{6})", ".5"],
    ["\\sin 2x", "2\\sin x \\cos x"],
    ["\\sin^2 x+\\cos^{2}x", "1"],
    ["\\log _{2}(8 x)", "3+\\frac{\\ln x}{\\ln 2}"],
    ["\\ln |{-x}|", "\\ln x"],
  ])("%j is %j", (one, other) => {
    expect(sameValue(one, other)).toBe(true);
  });

  it.each([
    ["\\frac{1}{2}", "\\frac{1}{3}"],
    ["x^2", "x^3"],
    ["x_1", "x_2"],
    ["\\sqrt{13}", "\\sqrt{14}"],
    ["2+3i", "2-3i"],
  ])("%j is not %j", (one, other) => {
    expect(sameValue(one, other)).toBe(false);
  });
});

describe("isScalar", () => {
  it.each([
    "(1, 2)",
    "x=2",
    "1/2x",
    "5 4.6",
    "3 \\cdot -1",
    "2^3^4",
    "\\text{a}",
    "\\sin^{-1} x",
    "\\sin x/2",
    "1/0",
    "\\pm 1",
    "",
    "5\\%",
    "\\frac{1}{2",
  ])("leaves %j aside", (text) => {
    expect(isScalar(text)).toBe(false);
  });
});

describe("hasVariables", () => {
  it("knows constants from variables", () => {
    expect(hasVariables("2\\pi+e^{i}")).toBe(false);
    expect(hasVariables("2\\pi r")).toBe(true);
  });
});
