import { describe, expect, it } from "vitest";
import { retryDelay } from "./retry-delay.ts";

describe("retryDelay", () => {
  it("doubles up to half a minute", () => {
    const longest = [1, 2, 3, 4, 5, 6, 7].map((failures) => retryDelay(failures, () => 1));
    expect(longest).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
  });

  it("is at least half of that", () => {
    expect(retryDelay(3, () => 0)).toBe(2000);
  });
});
