import { describe, expect, it } from "vitest";
import { causalBias, layOutBatch, paddingBias, padTokens } from "./batch-layout.ts";
import { forbidden as no } from "./forward.ts";

const request = (context: number[], ...prompt: number[]) => ({ context, prompt });

describe("layOutBatch", () => {
  it("arranges groups in a grid whose sides are powers of two", () => {
    const groups = [
      [request([1], 10), request([1], 11), request([1], 12)],
      [request([2], 20)],
      [request([3], 30), request([3], 31)],
    ];
    const { contexts, rowsPerGroup, rows } = layOutBatch(groups);
    expect(contexts).toEqual([[1], [2], [3], []]);
    expect(rowsPerGroup).toBe(4);
    expect(rows.map((row) => row?.prompt[0] ?? null)).toEqual(
      [
        [10, 11, 12, null],
        [20, null, null, null],
        [30, 31, null, null],
        [null, null, null, null],
      ].flat(),
    );
  });
});

describe("padTokens", () => {
  it("pads on the right and counts positions from where each sequence starts", () => {
    const { tokens, positions } = padTokens([[5, 6], [7], []], 3, [0, 4, 9]);
    expect([...tokens]).toEqual([5, 6, 0, 7, 0, 0, 0, 0, 0]);
    expect([...positions]).toEqual([0, 1, 0, 4, 0, 0, 0, 0, 0]);
  });
});

describe("bias", () => {
  const hidden = Math.fround(no);

  it("hides padding", () => {
    expect([...paddingBias([1, 3], 3)]).toEqual([0, hidden, hidden, 0, 0, 0]);
  });

  it("hides later places", () => {
    expect([...causalBias(3)]).toEqual([0, hidden, hidden, 0, 0, hidden, 0, 0, 0]);
  });
});
