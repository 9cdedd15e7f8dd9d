import { describe, expect, it } from "vitest";
import { mathGrader } from "./index.ts";

describe("mathGrader", () => {
  it.each([
    ["#### 4.50", "4.5", "right"],
    ["#### 1,000", "1000", "right"],
    ["#### 0.75", "3/4", "right"],
    ["#### 4.5", "45", "wrong"],
    ["#### -1", "1", "wrong"],
    ["no idea", "1", "no-answer"],
    ["", "1", "empty"],
  ])("grades %j against %s as %s", (output, reference, verdict) => {
    expect(mathGrader.grade(output, reference).verdict).toBe(verdict);
  });
});
