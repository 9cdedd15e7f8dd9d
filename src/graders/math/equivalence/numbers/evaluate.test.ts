import { describe, expect, it } from "vitest";
import { rational } from "../../../../mathematics/rational.ts";
import { readAnswer } from "../reading/read-answer.ts";
import { evaluate } from "./evaluate.ts";
import { samplePoints } from "./points.ts";
import { agreement, isExact, isNonReal, type MaybeValue } from "./value.ts";

const valueIn = (text: string, bits = 320n, realOnly = false): MaybeValue =>
  evaluate(readAnswer(text)[0]!, { bits, point: samplePoints[0]!, budget: { operations: 10_000 }, realOnly });

describe("evaluate", () => {
  it.each([
    ["2^{10}-1", rational(1023)],
    ["\\sqrt{\\frac{4}{9}}", rational(2, 3)],
    ["\\binom{5}{2}\\cdot 3!", rational(60)],
    ["\\lfloor -7/2 \\rfloor", rational(-4)],
    ["\\lfloor \\pi \\rfloor", rational(3)],
    ["\\gcd(12, 18)", rational(6)],
    ["\\max(2, \\frac{5}{2})", rational(5, 2)],
    ["\\prod_{k=1}^{4} k", rational(24)],
  ])("keeps %s exact", (text, expected) => {
    expect(valueIn(text)).toEqual(expected);
  });

  it.each(["\\frac{1}{0}", "\\ln 0", "\\infty", "10^{10^{10}}", "(1/2)!"])("has no value for %s", (text) => {
    expect(valueIn(text)).toBeNull();
  });

  it("bounds its error: the value of more bits lies within", () => {
    for (const text of [
      "\\sqrt{2}",
      "e^{\\pi}",
      "\\sin 5+\\ln 7",
      "\\sqrt[5]{3+i}",
      "\\arctan(\\tan 1)",
      "1/(\\pi-3)",
    ]) {
      const coarse = valueIn(text, 320n);
      const fine = valueIn(text, 960n);
      expect(coarse && fine && !isExact(coarse) && !isExact(fine)).toBe(true);
      if (!coarse || !fine || isExact(coarse) || isExact(fine)) continue;
      const distance = coarse.real - (fine.real >> 640n);
      expect(Math.abs(Number(distance))).toBeLessThanOrEqual(coarse.realError + 1);
      expect(Math.abs(Number(coarse.imaginary - (fine.imaginary >> 640n)))).toBeLessThanOrEqual(
        coarse.imaginaryError + 1,
      );
    }
  });

  it("leaves the real numbers only where it may", () => {
    expect(isNonReal(valueIn("\\sqrt{-2}")!)).toBe(true);
    expect(valueIn("\\sqrt{-2}", 320n, true)).toBeNull();
    expect(valueIn("\\sqrt[3]{-8}", 320n, true)).toEqual(rational(-2));
  });

  it("stops when its budget is spent", () => {
    const budget = { operations: 5 };
    expect(
      evaluate(readAnswer("1+2+3+4+5+6")[0]!, {
        bits: 320n,
        point: samplePoints[0]!,
        budget,
        realOnly: false,
      }),
    ).toBeNull();
  });
});

describe("agreement", () => {
  it("is proved where it is denied", () => {
    expect(agreement(valueIn("\\sqrt2")!, valueIn("\\sqrt2+10^{-40}")!, 320n)).toBe("different");
    expect(agreement(valueIn("\\sqrt2\\sqrt3")!, valueIn("\\sqrt6")!, 320n)).toBe("same");
    expect(agreement(valueIn("\\sin\\pi")!, rational(0), 320n)).toBe("unclear");
  });
});
