import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Verdict } from "../../domain/attempt.ts";
import { caseOf } from "../stage-context.fixture.ts";
import { drawDevSet } from "./dev-set.ts";

const verdicts = fc.array(fc.constantFrom<Verdict>(...Verdict.options));

describe("drawDevSet", () => {
  it("takes the first bad and the first good cases, in their order", () => {
    const cases = (["wrong", "right", "empty", "right", "right", "truncated"] as const).map(
      (verdict, index) => caseOf(`${index}`, verdict),
    );
    const { bad, good } = drawDevSet(cases, { bad: 2, good: 2 });
    expect(bad).toEqual([cases[0], cases[2]]);
    expect(good).toEqual([cases[1], cases[3]]);
  });

  it("takes no more than asked for or there is, and never a case on the wrong side", () => {
    fc.assert(
      fc.property(verdicts, fc.nat(10), fc.nat(10), (list, bad, good) => {
        const cases = list.map((verdict, index) => caseOf(`${index}`, verdict));
        const right = list.filter((verdict) => verdict === "right").length;
        const undecided = list.filter((verdict) => verdict === "undecided").length;
        const dev = drawDevSet(cases, { bad, good });
        expect(dev.bad).toHaveLength(Math.min(bad, list.length - right - undecided));
        expect(dev.good).toHaveLength(Math.min(good, right));
        expect(dev.bad.every(({ attempt }) => attempt.verdict !== "right")).toBe(true);
        expect(dev.good.every(({ attempt }) => attempt.verdict === "right")).toBe(true);
      }),
    );
  });
});
