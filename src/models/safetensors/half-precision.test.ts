import { describe, expect, it } from "vitest";
import { bfloat16ToFloat32, float16ToFloat32, float32ToFloat16 } from "./half-precision.ts";

const isNotANumber = (half: number): boolean => (half & 0x7c00) === 0x7c00 && (half & 0x3ff) !== 0;

describe("float16", () => {
  it("comes back from every bit pattern", () => {
    const numbers = Array.from({ length: 0x10000 }, (_, half) => half).filter((half) => !isNotANumber(half));
    expect(numbers.map((half) => float32ToFloat16(float16ToFloat32(half)))).toEqual(numbers);
  });

  it.each([
    [0x3c00, 1],
    [0xc000, -2],
    [0x7bff, 65504],
    [0x0001, 2 ** -24],
    [0x0400, 2 ** -14],
    [0x7c00, Number.POSITIVE_INFINITY],
  ])("reads %i as %f", (half, value) => {
    expect(float16ToFloat32(half)).toBe(value);
  });

  it.each([
    ["a value halfway between two to the even one", 1 + 2 ** -11, 1],
    ["a value just above halfway up", 1 + 2 ** -11 + 2 ** -20, 1 + 2 ** -10],
    ["a value that rounds up to the next power of two", 2 - 2 ** -12, 2],
    ["a value below half of the smallest to zero", 2 ** -26, 0],
    ["a value beyond the largest to infinity", 65520, Number.POSITIVE_INFINITY],
  ])("rounds %s", (_, value, rounded) => {
    expect(float16ToFloat32(float32ToFloat16(value))).toBe(rounded);
  });

  it("keeps what is not a number", () => {
    expect(float16ToFloat32(float32ToFloat16(Number.NaN))).toBeNaN();
  });
});

describe("bfloat16", () => {
  it.each([
    [0x3f80, 1],
    [0xc040, -3],
    [0x0000, 0],
  ])("reads %i as %f", (half, value) => {
    expect(bfloat16ToFloat32(half)).toBe(value);
  });
});
