import { describe, expect, it } from "vitest";
import { isEquivalent } from "../index.ts";

describe("equations with the same solutions", () => {
  it.each([
    ["xy=1", "y=\\frac1x", true],
    ["y=\\frac{x}{x+1}", "xy+y=x", true],
    ["y=\\ln x", "x=e^y", true],
    ["\\frac{x-1}{2}=\\frac{y}{3}", "3x-2y=3", true],
    ["x(x-1)=0", "x=0", false],
    ["y=\\sqrt{x}", "x=y^2", false],
    ["y=x^2", "x=y^2", false],
    ["x^2+1=0", "x^2+2=0", false],
    ["x+y=1", "x+y=2", false],
  ])("%s and %s: %s", (a, b, equal) => {
    expect(isEquivalent(a, b).equal).toBe(equal);
  });
});
