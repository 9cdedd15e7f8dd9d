import { describe, expect, it } from "vitest";
import { studentTCriticalValue, studentTPValue } from "./student-t.ts";

describe("Student's t", () => {
  // Critical values as tables of the distribution print them.
  it.each([
    [1, 12.706],
    [2, 4.303],
    [5, 2.571],
    [30, 2.042],
    [1e6, 1.96],
  ])("with %d degrees of freedom exceeds its critical value with 5 %%", (degrees, critical) => {
    expect(studentTCriticalValue(degrees)).toBeCloseTo(critical, 3);
    expect(studentTPValue(critical, degrees)).toBeCloseTo(0.05, 4);
  });

  it("is Cauchy's distribution with one degree of freedom, and 1 at zero", () => {
    for (const t of [0.1, 1, 7]) {
      expect(studentTPValue(t, 1)).toBeCloseTo(1 - (2 / Math.PI) * Math.atan(t), 10);
      expect(studentTPValue(-t, 1)).toBe(studentTPValue(t, 1));
    }
    expect(studentTPValue(0, 4.5)).toBe(1);
  });
});
