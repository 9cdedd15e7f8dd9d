import { describe, expect, it } from "vitest";
import { linearSchedule } from "./schedule.ts";

describe("linearSchedule", () => {
  it("warms up from 0 and decays to 0, as in transformers", () => {
    const rates = linearSchedule(5, 0.4, 0.02);
    [0, 0.01, 0.02, 0.02 * (2 / 3), 0.02 / 3].forEach((rate, step) => {
      expect(rates[step]).toBeCloseTo(rate, 12);
    });
  });

  it("begins at the peak without warm-up", () => {
    expect(linearSchedule(4, 0, 1)).toEqual([1, 0.75, 0.5, 0.25]);
  });

  it("rounds a fraction of a warm-up step up", () => {
    expect(linearSchedule(10, 0.03, 1)[0]).toBe(0);
    expect(linearSchedule(10, 0.03, 1)[1]).toBe(1);
  });
});
