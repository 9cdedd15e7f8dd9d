import { describe, expect, it } from "vitest";
import { createRow, type Row } from "./row.ts";

const end = 0;
const settings = { maxNewTokens: 20, temperature: 0, seed: 0 };

const feed = (row: Row, tokens: number[]): Row => {
  for (const token of tokens) row.accept(token, null);
  return row;
};

describe("createRow", () => {
  it("ends at the end of text, which is not part of the output", () => {
    const row = feed(createRow(settings, end), [4, 5]);
    expect(row.result).toBeNull();
    expect(feed(row, [end, 6]).result).toEqual({ tokens: [4, 5], finishReason: "stop" });
  });

  it("is cut at the most tokens it may have", () => {
    const row = feed(createRow({ ...settings, maxNewTokens: 2 }, end), [4, 5, 6]);
    expect(row.result).toEqual({ tokens: [4, 5], finishReason: "length" });
  });

  it("ends soon after it is complete", () => {
    const isComplete = (tokens: readonly number[]): boolean => tokens.includes(7);
    const row = feed(createRow({ ...settings, isComplete }, end), [1, 7, 1, 1, 1, 1, 1, 1, 1, 1]);
    expect(row.result?.finishReason).toBe("stop");
    expect(row.result?.tokens.slice(0, 2)).toEqual([1, 7]);
  });

  it("takes the likeliest token at temperature 0 and samples above it", () => {
    const logits = Float32Array.from([0, 0, 50]);
    expect(createRow(settings, end).accept(1, logits)).toBe(1);
    expect(createRow({ ...settings, temperature: 1 }, end).accept(1, logits)).toBe(2);
  });
});
