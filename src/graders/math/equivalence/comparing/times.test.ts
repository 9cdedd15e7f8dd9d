import { describe, expect, it } from "vitest";
import { isEquivalent } from "../index.ts";

describe("times of day", () => {
  it.each([
    ["3:30 p.m.", "15:30", true],
    ["3:30p.m", "3:30 PM", true],
    ["10:00 \\text{ AM}", "10 a.m.", true],
    ["12:30 a.m.", "0:30", true],
    ["12:00 p.m.", "12:00", true],
    ["6:01:00 p.m.", "7:01:00 p.m", false],
    ["3:30 p.m.", "15:31", false],
    ["3:30 p.m.", "3:30 a.m.", false],
  ])("%s and %s: %s", (a, b, equal) => {
    expect(isEquivalent(a, b).equal).toBe(equal);
  });
});
