import { beforeAll, describe, expect, it } from "vitest";
import {
  argmaxLast,
  compile,
  fromFloats,
  handOver,
  maxLast,
  multiply,
  read,
  release,
  startBackend,
  type Tensor,
} from "./tensor.ts";

beforeAll(startBackend);

const matrix = (rows: number[][]): Tensor =>
  fromFloats(Float32Array.from(rows.flat()), [rows.length, rows[0]?.length as number]);

describe("compile", () => {
  it("borrows its inputs", () => {
    const square = compile((x: Tensor) => multiply(x, x));
    const x = matrix([[3]]);
    expect([...read(square(x)), ...read(square(x))]).toEqual([9, 9]);
    release(x);
  });

  it("frees inputs that are handed over", () => {
    const x = matrix([[3]]);
    read(compile((given: Tensor) => multiply(given, 2))(handOver(x)));
    expect(() => read(x)).toThrow();
  });
});

describe.each([5, 48])("over rows of %i", (size) => {
  const rows = [0, 1, 2].map((row) =>
    Array.from({ length: size }, (_, i) => ((i * 7 + row * 3) % size) - 20),
  );

  it("finds the maximum", () => {
    expect([...read(compile(maxLast)(matrix(rows)))]).toEqual(rows.map((row) => Math.max(...row)));
  });

  it("finds the first of the largest", () => {
    const tied = [
      ...rows,
      Array(size).fill(-3),
      Array(size)
        .fill(0)
        .fill(8, size - 2),
    ];
    expect([...read(compile(argmaxLast)(matrix(tied)))]).toEqual(
      tied.map((row) => row.indexOf(Math.max(...row))),
    );
  });
});
