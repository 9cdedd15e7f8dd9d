import { describe, expect, it } from "vitest";
import {
  count,
  dollars,
  duration,
  instant,
  percent,
  plural,
  points,
  pointsWithRange,
  pValue,
} from "./format.ts";

describe("figures in words", () => {
  it("writes shares and differences of shares", () => {
    expect(percent(0.6662)).toBe("66.6%");
    expect(percent(1, 0)).toBe("100%");
    expect([points(0.1324), points(-0.004), points(0), points(-0.0001)]).toEqual([
      "+13.2",
      "−0.4",
      "0.0",
      "0.0",
    ]);
    expect(pointsWithRange({ value: 0.033, interval: { low: -0.018, high: 0.085 } })).toBe(
      "+3.3 (−1.8 to +8.5)",
    );
  });

  it("writes p-values without false precision", () => {
    expect([pValue(4.6e-9), pValue(0.0313), pValue(1)]).toEqual(["<0.001", "0.031", "1.000"]);
  });

  it("writes counts, money and times", () => {
    expect(count(29_390)).toBe("29,390");
    expect([plural(1, "problem"), plural(1200, "problem")]).toEqual(["1 problem", "1,200 problems"]);
    expect([dollars(0), dollars(0.0042), dollars(12.3)]).toEqual(["$0.00", "$0.0042", "$12.30"]);
    expect(instant("2026-03-01T14:05:59.123Z")).toBe("2026-03-01 14:05 UTC");
  });

  it.each([
    [0.44, "0.4 s"],
    [9.97, "10 s"],
    [59.4, "59 s"],
    [232, "3 min 52 s"],
    [3599.7, "1 h 0 min"],
    [7500, "2 h 5 min"],
  ])("writes %d seconds as %s", (seconds, text) => {
    expect(duration(seconds)).toBe(text);
  });
});
