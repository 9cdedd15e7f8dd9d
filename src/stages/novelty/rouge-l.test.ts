import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rougeLByDynamicProgramme } from "./dynamic-programme.fixture.ts";
import { rougeL } from "./rouge-l.ts";

const fixtures = JSON.parse(readFileSync(new URL("./fixtures/rouge.json", import.meta.url), "utf8")) as {
  scored: { one: string; other: string; f: number }[];
};

const text = fc
  .array(fc.constantFrom("a", "b", "c", "d", "e"), { maxLength: 140 })
  .map((words) => words.join(" "));

describe("rougeL", () => {
  it("equals rouge_score on its fixtures", () => {
    expect(fixtures.scored.length).toBeGreaterThan(300);
    for (const { one, other, f } of fixtures.scored) {
      expect(Math.abs(rougeL(one, other) - f), `${one}\n${other}`).toBeLessThan(1e-12);
    }
  });

  it("equals the dynamic programme, over any number of limbs", () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        expect(rougeL(one, other)).toBe(rougeLByDynamicProgramme(one, other));
      }),
      { numRuns: 500 },
    );
  });
});
