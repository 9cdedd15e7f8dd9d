import { describe, expect, it } from "vitest";
import type { ErrorType } from "../domain/error-type.ts";
import { cluster } from "./cluster.ts";
import { contextOf, diagnosisOf, instructorWith } from "./stage-context.fixture.ts";

describe("cluster", () => {
  const diagnoses = ["b", "a", "b", "c"].map((keyphrase, index) => diagnosisOf(String(index), keyphrase));
  const typeOf = (...keyphrases: string[]): ErrorType => ({
    id: "t",
    name: "T",
    explanation: "",
    keyphrases,
  });
  const run = (types: ErrorType[], made: object[] = [{ diagnoses }]) => {
    const asked: (readonly string[])[] = [];
    const instructor = instructorWith({
      cluster: async ({ keyphrases }) => {
        asked.push(keyphrases);
        return types;
      },
    });
    return { asked, result: cluster.run(contextOf({ made, services: { instructor } }), {}) };
  };

  it("shows the instructor every distinct phrase once, in an order of its own", async () => {
    const { asked, result } = run([typeOf("a", "b", "c")]);
    expect(await result).toEqual({
      artifacts: { errorTypes: [typeOf("a", "b", "c")] },
      in: 3,
      done: 3,
      notDone: {},
    });
    expect(asked).toEqual([["a", "b", "c"]]);
  });

  it("passes on what did not go as it should", async () => {
    const instructor = instructorWith({
      cluster: async ({ onRemark }) => {
        onRemark?.("not joined");
        return [typeOf("a", "b", "c")];
      },
    });
    const result = cluster.run(contextOf({ made: [{ diagnoses }], services: { instructor } }), {});
    expect(await result).toMatchObject({ in: 3, done: 3, remarks: ["not joined"] });
  });

  it("counts the phrases that no type holds, and not those that nobody has", async () => {
    expect(await run([typeOf("a", "invented")]).result).toMatchObject({
      in: 3,
      done: 1,
      notDone: { "in no error type": 2 },
    });
  });

  it("does not ask where there is nothing to group", async () => {
    const { asked, result } = run([], [{ diagnoses: [] }]);
    expect(await result).toMatchObject({ artifacts: { errorTypes: [] }, in: 0, done: 0 });
    expect(asked).toEqual([]);
  });
});
