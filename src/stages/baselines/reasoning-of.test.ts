import { describe, expect, it } from "vitest";
import { reasoningOf } from "./reasoning-of.ts";

describe("reasoningOf", () => {
  it("is the same for the same calculations in other words", () => {
    const one = reasoningOf("Tom has 3 + 4 = 7 apples.\nHalf: 14 / 2 = 7\n#### 7");
    expect(reasoningOf("So 3+4 = 7 in all,\nand 14/2=7.\n#### 7")).toBe(one);
  });

  it("differs with the calculations and with their order", () => {
    const texts = ["3 + 4 = 7\n7 * 2 = 14", "4 + 3 = 7\n7 * 2 = 14", "7 * 2 = 14\n3 + 4 = 7", "3 + 4 = 7"];
    expect(new Set(texts.map(reasoningOf)).size).toBe(texts.length);
  });

  it("is the text where no calculation can be read", () => {
    expect(reasoningOf("By symmetry, both.")).toBe(reasoningOf("by symmetry,  both."));
    expect(reasoningOf("By symmetry.")).not.toBe(reasoningOf("By parity."));
  });
});
