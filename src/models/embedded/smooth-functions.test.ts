import { beforeAll, describe, expect, it } from "vitest";
import { exponentialOfNonPositive, sigmoid } from "./smooth-functions.ts";
import { compile, fromFloats, read, startBackend, sumAll, type Tensor, withGradients } from "./tensor.ts";

beforeAll(startBackend);

const evaluate = (f: (x: Tensor) => Tensor, values: number[]): number[] => [
  ...read(compile(f)(fromFloats(Float32Array.from(values), [values.length]))),
];

const derivatives = (f: (x: Tensor) => Tensor, values: number[]): number[] => {
  const program = compile(withGradients((x: Tensor) => sumAll(f(x))));
  return [...read(program(fromFloats(Float32Array.from(values), [values.length])).gradients)];
};

const grid = (from: number, to: number): number[] =>
  Array.from({ length: 1000 }, (_, i) => Math.fround(from + ((to - from) * i) / 999));

function expectClose(actual: number[], expected: number[], relative: number, absolute = 1e-10): void {
  actual.forEach((value, i) => {
    const wanted = expected[i] as number;
    expect(Math.abs(value - wanted)).toBeLessThanOrEqual(relative * Math.abs(wanted) + absolute);
  });
}

describe("exponentialOfNonPositive", () => {
  it("is the exponential from −24 to 0", () => {
    const values = grid(-23.99, 0);
    expectClose(evaluate(exponentialOfNonPositive, values), values.map(Math.exp), 1e-5);
  });

  it("is exactly 1 at 0, and exactly 0 for a place that must not be looked at", () => {
    expect(evaluate(exponentialOfNonPositive, [0, -24.1, -100, -1e30])).toEqual([1, 0, 0, 0]);
  });

  it("is its own derivative", () => {
    const values = grid(-23.99, 0);
    expectClose(derivatives(exponentialOfNonPositive, values), values.map(Math.exp), 1e-5);
  });
});

describe("sigmoid", () => {
  const exact = (x: number): number => 1 / (1 + Math.exp(-x));

  it("is the sigmoid", () => {
    const values = [...grid(-20, 20), -1e4, 1e4];
    expectClose(evaluate(sigmoid, values), values.map(exact), 1e-5);
  });

  it("has the sigmoid's derivative", () => {
    const values = grid(-10, 10);
    expectClose(
      derivatives(sigmoid, values),
      values.map((x) => exact(x) * (1 - exact(x))),
      1e-5,
      1e-6,
    );
  });
});
