import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fByDynamicProgramme, rougeLByDynamicProgramme } from "./dynamic-programme.fixture.ts";
import { selfJoin } from "./self-join.ts";
import { numberByFrequency } from "./word-numbers.ts";

type Pair = [first: number, second: number, score: number];

function joined(texts: readonly string[], threshold: number): Pair[] {
  const pairs: Pair[] = [];
  selfJoin(texts, threshold, (...pair) => pairs.push(pair));
  return pairs.sort(([one, two], [three, four]) => one - three || two - four);
}

function allPairs<Text>(
  texts: readonly Text[],
  threshold: number,
  score: (one: Text, other: Text) => number,
): Pair[] {
  return texts.flatMap((one, first) =>
    texts
      .slice(first + 1)
      .map((other, offset): Pair => [first, first + 1 + offset, score(one, other)])
      .filter(([, , f]) => f >= threshold),
  );
}

describe("selfJoin", () => {
  it("finds the pairs that comparing all finds, with their scores", () => {
    const text = fc
      .array(fc.constantFrom("a", "a", "a", "b", "b", "c", "d", "e", "f", "g", "h"), { maxLength: 40 })
      .map((words) => words.join(" "));
    const thresholds = fc.constantFrom(0.01, 0.3, 0.5, 0.6, 0.7, 0.8, 1);
    fc.assert(
      fc.property(fc.array(text, { maxLength: 20 }), thresholds, (texts, threshold) => {
        expect(joined(texts, threshold)).toEqual(allPairs(texts, threshold, rougeLByDynamicProgramme));
      }),
      { numRuns: 500 },
    );
  });

  it.each([0, -1, 1.01, Number.NaN])("refuses %d as a threshold", (threshold) => {
    expect(() => selfJoin(["a"], threshold, () => {})).toThrow("above 0 and at most 1");
  });

  const folder = process.env.ERRATA_DATA_DIR ?? join(import.meta.dirname, "../../../../shared/data");
  it.skipIf(!existsSync(folder))(
    "finds the pairs that comparing all finds in real problems (skipped without the shared data sets)",
    () => {
      const problems = ["mawps/test", "gsm8k/test", "math/test"].flatMap((name) =>
        readFileSync(join(folder, `${name}.jsonl`), "utf8")
          .trim()
          .split("\n")
          .slice(0, 250)
          .map((line) => (JSON.parse(line) as { problem: string }).problem),
      );
      const words = numberByFrequency(problems).map((text) => text.words);
      const pairs = joined(problems, 0.7);
      expect(pairs.length).toBeGreaterThan(50);
      expect(pairs).toEqual(allPairs(words, 0.7, fByDynamicProgramme));
    },
  );
});
