import { describe, expect, it } from "vitest";
import { amountText, sameAmount } from "./amounts.ts";

describe("sameAmount", () => {
  it("forgives rounding and the noise of doubles, but tells integers apart", () => {
    expect(sameAmount(100 / 3, 33.33)).toBe(true);
    expect(sameAmount(0.1 + 0.2, 0.3)).toBe(true);
    expect(sameAmount(10000, 10001)).toBe(false);
    expect(sameAmount(33.33, 34)).toBe(false);
    expect(sameAmount(0, 0)).toBe(true);
  });
});

describe("amountText", () => {
  it("leaves out the noise of doubles", () => {
    expect(amountText(0.1 + 0.2)).toBe("0.3");
    expect(amountText(-28)).toBe("-28");
  });
});
