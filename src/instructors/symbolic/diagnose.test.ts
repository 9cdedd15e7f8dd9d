import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diagnose } from "./diagnose.ts";
import { badCase, eggs } from "./diagnosis/causes/examples.fixture.ts";

// An example of every cause stands beside it, in diagnosis/causes/.
describe("diagnose", () => {
  it("says what the step says and what the reference says", () => {
    const { explanation } = diagnose(badCase({ ...eggs, attempt: "40 + 12 = 52\n#### 52" }));
    expect(explanation).toBe(
      'Step 1 says "40 + 12 = 52" where the reference says "40 - 12 = 28". It calls for subtraction, not addition.',
    );
  });

  it("reads calculator marks as well as prose", () => {
    const reference = "Each gets 28 / 7 = <<28/7=4>>4.";
    const attempt = "Each gets 28 * 7 = <<28*7=196.0>>196.\nA: 196";
    expect(
      diagnose(badCase({ question: "28 eggs for 7 friends", reference, answer: "4", attempt })),
    ).toMatchObject({
      keyphrase: "multiplied instead of dividing",
      firstWrongStep: 0,
    });
  });

  it("diagnoses any text", () => {
    const garbled = fc.string({
      unit: fc.constantFrom(..."0123456789 +-*/=().,%$#\n", "eggs ", "#### ", "A: "),
    });
    fc.assert(
      fc.property(garbled, garbled, (reference, attempt) => {
        const { firstWrongStep, keyphrase } = diagnose(
          badCase({ question: "Ada has 40 eggs.", reference, answer: "4", attempt }),
        );
        expect(keyphrase).not.toBe("");
        expect(firstWrongStep ?? 0).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 1000 },
    );
  });

  it("comes to an end where an attempt doubles without end", () => {
    const doublings = Array.from({ length: 60 }, (_, i) => `${2 ** i} + ${2 ** i} = ${2 ** (i + 1)}`);
    const zeros = Array.from({ length: 60 }, () => "0 + 0 = 0");
    const attempt = [...doublings, ...zeros].join("\n");
    expect(diagnose(badCase({ ...eggs, attempt })).firstWrongStep).toBe(0);
    expect(diagnose(badCase({ ...eggs, reference: attempt, attempt: eggs.reference })).keyphrase).not.toBe(
      "",
    );
  });
});
