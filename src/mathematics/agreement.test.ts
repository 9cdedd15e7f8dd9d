import { describe, expect, it } from "vitest";
import { nearlyEquals, statesValue } from "./agreement.ts";
import { operandsOf } from "./expression.ts";
import { parseExpression } from "./parse-expression.ts";
import { rational } from "./rational.ts";

const literal = (text: string) => operandsOf(parseExpression(text)!)[0]!;

describe("statesValue", () => {
  const third = rational(100, 3);

  it("accepts the value, rounded or cut off at the decimals written", () => {
    expect(statesValue(literal("33.33"), third)).toBe(true);
    expect(statesValue(literal("66.67"), rational(200, 3))).toBe(true);
    expect(statesValue(literal("66.66"), rational(200, 3))).toBe(true);
    expect(statesValue(literal("33.3%"), rational(1, 3))).toBe(true);
  });

  it("refuses another value, and an integer for what is none", () => {
    expect(statesValue(literal("33"), third)).toBe(false);
    expect(statesValue(literal("33.4"), third)).toBe(true);
    expect(statesValue(literal("33.5"), third)).toBe(false);
    expect(statesValue(literal("25"), rational(24))).toBe(false);
  });

  it("forgives the noise of floating point", () => {
    expect(statesValue(literal("0.7000000000000001"), rational(7, 10))).toBe(true);
    expect(nearlyEquals(rational(1), rational(10 ** 6 + 1, 10 ** 6))).toBe(false);
  });
});
