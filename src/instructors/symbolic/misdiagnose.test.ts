import { describe, expect, it } from "vitest";
import type { Case } from "../../domain/attempt.ts";
import { cluster } from "./cluster.ts";
import { diagnose } from "./diagnose.ts";
import { badCase, eggs } from "./diagnosis/causes/examples.fixture.ts";
import { createSymbolicInstructor } from "./index.ts";
import { misdiagnose } from "./misdiagnose.ts";
import { taxonomy } from "./taxonomy.ts";

const added = badCase({ ...eggs, attempt: "40 + 12 = 52\n#### 52" });
const truth = diagnose(added);
/** As many bad cases of one mistake. */
const cases = Array.from(
  { length: 1_000 },
  (_, index): Case => ({ ...added, problem: { ...added.problem, id: String(index) } }),
);
const diagnosesAt = (rate: number, seed = "1") =>
  cases.map((each) => misdiagnose(each, truth, { rate, seed }).keyphrase);
const shareWrong = (keyphrases: readonly string[]) =>
  keyphrases.filter((keyphrase) => keyphrase !== truth.keyphrase).length / keyphrases.length;
const typesOf = (keyphrase: string) => cluster([keyphrase]).map(({ id }) => id);

describe("an instructor that is wrong at a stated rate", () => {
  // Four standard errors of a share of 1,000.
  it.each([0.1, 0.3, 0.6])("is wrong so often: %f", (rate) => {
    const tolerance = 4 * Math.sqrt((rate * (1 - rate)) / cases.length);
    expect(Math.abs(shareWrong(diagnosesAt(rate)) - rate)).toBeLessThan(tolerance);
  });

  it("is always wrong at 1 and never at 0", () => {
    expect([0, 1].map((rate) => shareWrong(diagnosesAt(rate)))).toEqual([0, 1]);
    expect(misdiagnose(added, truth, { rate: 0, seed: "1" })).toBe(truth);
  });

  it("names causes of error types that the true cause is in none of", () => {
    for (const keyphrase of taxonomy.flatMap(({ keyphrases }) => keyphrases)) {
      const named = misdiagnose(added, { ...truth, keyphrase }, { rate: 1, seed: "1" }).keyphrase;
      expect(typesOf(named)).not.toContain("other");
      expect(new Set(typesOf(named)).isDisjointFrom(new Set(typesOf(keyphrase)))).toBe(true);
    }
    expect(new Set(diagnosesAt(1).flatMap(typesOf)).size).toBe(
      taxonomy.length - typesOf(truth.keyphrase).length,
    );
  });

  it("stays wrong in the same way at a higher rate, and by another seed in another", () => {
    const [some, more] = [diagnosesAt(0.3), diagnosesAt(0.6)];
    const kept = some.filter(
      (keyphrase, index) => keyphrase === truth.keyphrase || keyphrase === more[index],
    );
    expect(kept).toHaveLength(cases.length);
    expect(diagnosesAt(0.3)).toEqual(some);
    expect(diagnosesAt(0.3, "2")).not.toEqual(some);
  });

  it("keeps the step, and says what was found", () => {
    const { firstWrongStep, explanation } = misdiagnose(added, truth, { rate: 1, seed: "1" });
    expect(firstWrongStep).toBe(truth.firstWrongStep);
    expect(explanation).toContain(truth.keyphrase);
  });
});

describe("the identity of the instructor", () => {
  it("is the same as ever where no diagnosis is wrong, and another at every rate and seed", async () => {
    expect(createSymbolicInstructor().id).toBe("symbolic@2");
    const none = createSymbolicInstructor({ rate: 0, seed: "1" });
    expect(none.id).toBe("symbolic@2");
    expect(await none.diagnose(added)).toEqual(truth);
    const others = [
      { rate: 0.3, seed: "1" },
      { rate: 0.6, seed: "1" },
      { rate: 0.3, seed: "2" },
    ];
    expect(new Set(others.map((wrong) => createSymbolicInstructor(wrong).id)).size).toBe(3);
  });

  it("goes with what it names", async () => {
    const wrong = createSymbolicInstructor({ rate: 1, seed: "1" });
    expect((await wrong.diagnose(added)).keyphrase).not.toBe(truth.keyphrase);
  });
});
