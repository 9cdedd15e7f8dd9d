import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluate, type Operator, operandsOf } from "./expression.ts";
import { parseExpression } from "./parse-expression.ts";
import { rational } from "./rational.ts";
import { toText } from "./rational-text.ts";

const valueOfText = (text: string) => {
  const expression = parseExpression(text);
  return expression && toText(evaluate(expression));
};

describe("parseExpression", () => {
  it.each([
    ["48/2", "24"],
    ["2+3*4", "14"],
    ["(2+3)*4", "20"],
    ["20-5-3", "12"],
    ["24/4/2", "3"],
    ["-3 - -5", "2"],
    ["2*-3", "-6"],
    ["$1,500 x 20%", "300"],
    ["12 × 3 ÷ 4", "9"],
    ["20 % of 80", "16"],
    ["3/4 of 80", "60"],
    ["9(33)", "297"],
    ["1/2 (68) + 10", "44"],
    ["(2+3)(4)", "20"],
    [".5*2", "1"],
    ["2½ * 2", "5"],
    ["2 1/2 * 2", "5"],
    ["5 times 4 minus 2", "18"],
    ["12 divided by 4 plus 1", "4"],
    ["1e-05*100000", "1"],
    ["1/3", "1/3"],
  ])("reads %s as %s", (text, value) => {
    expect(valueOfText(text)).toBe(value);
  });

  it.each(["", "+", "3 +", "3 4", "(3", "3)", "()", "2x + 3", "x", "5:30", "3rd", "3 = 3", "5 of 80", "*3"])(
    "refuses %j",
    (text) => {
      expect(parseExpression(text)).toBeNull();
    },
  );

  it("keeps where every part stands in the text", () => {
    const text = "$10 + (4 * 25%)";
    const expression = parseExpression(text)!;
    expect(operandsOf(expression).map(({ start, end }) => text.slice(start, end))).toEqual([
      "10",
      "4",
      "25%",
    ]);
    expect(expression.kind === "operation" && text.slice(expression.right.start, expression.right.end)).toBe(
      "(4 * 25%)",
    );
  });
});

/** A random expression as text with all parentheses, and its value computed beside it in another field. */
interface Sample {
  text: string;
  /** Null after a division by zero. */
  value: bigint | null;
  operators: number;
}

/** The integers modulo this prime are a field in which the same expression has an exact value. */
const prime = 2n ** 61n - 1n;

const modulo = (value: bigint) => ((value % prime) + prime) % prime;

/** By Fermat's little theorem. */
function inverse(value: bigint): bigint {
  let [result, base] = [1n, modulo(value)];
  for (let exponent = prime - 2n; exponent > 0n; exponent >>= 1n) {
    if (exponent & 1n) result = modulo(result * base);
    base = modulo(base * base);
  }
  return result;
}

const reference: Record<Operator, (a: bigint, b: bigint) => bigint | null> = {
  "+": (a, b) => modulo(a + b),
  "-": (a, b) => modulo(a - b),
  "*": (a, b) => modulo(a * b),
  "/": (a, b) => (b === 0n ? null : modulo(a * inverse(b))),
};

const { expressions } = fc.letrec<{ expressions: Sample }>((tie) => ({
  expressions: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    fc.nat({ max: 99 }).map((value): Sample => ({ text: `${value}`, value: BigInt(value), operators: 0 })),
    tie("expressions").map(
      ({ text, value, operators }): Sample => ({
        text: `-(${text})`,
        value: value === null ? null : modulo(-value),
        operators,
      }),
    ),
    fc.tuple(tie("expressions"), fc.constantFrom<Operator>("+", "-", "*", "/"), tie("expressions")).map(
      ([a, operator, b]): Sample => ({
        text: `(${a.text}) ${operator} (${b.text})`,
        value: a.value === null || b.value === null ? null : reference[operator](a.value, b.value),
        operators: a.operators + b.operators + 1,
      }),
    ),
  ),
}));

describe("evaluate", () => {
  it("agrees with the same calculation in a finite field", () => {
    fc.assert(
      fc.property(expressions, ({ text, value, operators }) => {
        const expression = parseExpression(text)!;
        expect(operandsOf(expression)).toHaveLength(operators + 1);
        if (value === null) {
          expect(() => evaluate(expression)).toThrow(RangeError);
        } else {
          const { numerator, denominator } = evaluate(expression);
          expect(modulo(numerator * inverse(denominator))).toBe(value);
        }
      }),
    );
  });

  it("refuses division by zero", () => {
    expect(() => evaluate(parseExpression("3 / (2 - 2)")!)).toThrow(RangeError);
  });
});

it("keeps the value of a percent", () => {
  expect(operandsOf(parseExpression("12.5%")!)[0]?.value).toEqual(rational(1, 8));
});
