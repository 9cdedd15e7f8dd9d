import { describe, expect, it } from "vitest";
import { createRandom } from "../../src/foundation/random.ts";
import { isEquivalent } from "../../src/grading.ts";
import { checkGoldAnswers, type Finding } from "./check-gold-answers.ts";
import { missingDataSet, readGoldAnswers } from "./gold-answers.ts";

const missing = missingDataSet();
const reason = missing ? ` (skipped: no file ${missing}; set ERRATA_DATA_DIR)` : "";
const sampled = 250;

/** Of all reference answers, which `npm run bench -- grader` goes through; here a sample that runs in seconds. */
describe.skipIf(missing !== null)(`reference answers of all data sets${reason}`, () => {
  const random = createRandom("sampled reference answers");
  const check = missing
    ? null
    : checkGoldAnswers(random.sample(readGoldAnswers(), sampled), isEquivalent, random);
  const shown = (findings: readonly Finding[]) =>
    findings.map(
      ({ gold, answer, change, got }) => `${change}: ${gold} | ${answer}: ${got.equal}, ${got.how}`,
    );

  it("equal themselves: each is read as mathematics, or is a text", () => {
    expect(shown(check!.unread)).toEqual([]);
  });

  it("equal what they are rewritten to", () => {
    expect(check!.rewritings).toBeGreaterThan(8 * sampled);
    expect(check!.missed.length / check!.rewritings, shown(check!.missed).join("\n")).toBeLessThan(0.005);
  });

  it("differ from other answers that look like them", () => {
    expect(check!.perturbations).toBeGreaterThan(3 * sampled);
    expect(shown(check!.falseAccepts)).toEqual([]);
    expect(check!.undecided.length / check!.perturbations).toBeLessThan(0.005);
  });
});
