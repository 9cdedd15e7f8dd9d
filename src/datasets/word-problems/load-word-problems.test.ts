import { describe, expect, it } from "vitest";
import { evenMixture, loadWordProblems, outOfDomainMixture, pretrainingMixtures, skills } from "./index.ts";

const splits = ["train", "dev", "test", "test-out-of-domain"] as const;
const heldOut = new Set(skills.filter((skill) => skill.heldOut).map(({ id }) => id));

describe("loadWordProblems", () => {
  it("shares no question and no id between splits", () => {
    const problems = splits.flatMap((split) => loadWordProblems(split, 300));
    expect(new Set(problems.map(({ question }) => question)).size).toBe(problems.length);
    expect(new Set(problems.map(({ id }) => id)).size).toBe(problems.length);
  });

  it("tests every skill alike in domain, and none that is held out", () => {
    const counts = Map.groupBy(loadWordProblems("test", 250), ({ skill }) => skill);
    expect([...counts.keys()].sort()).toEqual(Object.keys(evenMixture).sort());
    expect([...counts.values()].every((problems) => problems.length === 10)).toBe(true);
  });

  it("takes a quarter of the out-of-domain test from the skills held out", () => {
    const problems = loadWordProblems("test-out-of-domain", 200);
    expect(problems.filter(({ skill }) => heldOut.has(skill ?? ""))).toHaveLength(50);
  });
});

describe("the mixtures", () => {
  it("keep the held-out skills to the out-of-domain test", () => {
    for (const id of heldOut) {
      expect(evenMixture).not.toHaveProperty(id);
      expect(pretrainingMixtures.early).not.toHaveProperty(id);
      expect(pretrainingMixtures.late).not.toHaveProperty(id);
      expect(outOfDomainMixture).toHaveProperty(id);
    }
  });

  it("let the pupil meet all skills early, and neglect some late", () => {
    const early = Object.values(pretrainingMixtures.early);
    expect(new Set(early).size).toBe(1);
    const late = Object.values(pretrainingMixtures.late);
    expect(late.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 10);
    expect(late.filter((share) => share > 0.05).length).toBeGreaterThan(early.length / 2);
    expect(early.length - late.length).toBeGreaterThanOrEqual(8);
  });
});
