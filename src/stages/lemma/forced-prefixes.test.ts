import { describe, expect, it } from "vitest";
import type { MistakeInstructor } from "../../instructors/mistake-instructor.ts";
import { forcedPrefixes } from "./forced-prefixes.ts";
import { lemmaContext, toyProblem } from "./lemma.fixture.ts";

const problems = (...ids: string[]) => ids.map((id) => ({ ...toyProblem(id), benchmark: "held-out" }));

async function prefixesOf(
  made: Parameters<typeof lemmaContext>[0]["made"],
  settings: object = {},
  more: Partial<MistakeInstructor> = {},
) {
  const result = await forcedPrefixes.run(
    lemmaContext({ made: made ?? [] }, more),
    forcedPrefixes.settings.parse(settings),
  );
  return { ...result, prefixes: result.artifacts.forcedPrefixes! };
}

describe("forced-prefixes", () => {
  it("cuts a solution that was made wrong and the reference after the same step", async () => {
    const { prefixes } = await prefixesOf([{ benchmarkProblems: problems("p") }]);
    expect(prefixes).toHaveLength(1);
    expect(prefixes[0]).toMatchObject({ benchmark: "held-out", problemId: "p", lastStep: 1 });
    expect(prefixes[0]!.wrong).toMatch(/^first\n(?:operator_error|missing_step) \S+$/);
    expect(prefixes[0]!.right).toBe("first p\nsecond p");
  });

  it("makes as many as it shall, the same ones each time, and takes another problem for one that has no room", async () => {
    const made = [{ benchmarkProblems: problems("a", "b", "c", "d", "e", "f") }];
    const inject: MistakeInstructor["inject"] = async ({ problem, label }) => ({
      solution: `first\n${label}\n#### ${"abc".includes(problem.id) ? problem.answer : "wrong"}`,
      explanation: "",
    });
    const { prefixes, notDone } = await prefixesOf(made, { problems: 3 }, { inject });
    expect(prefixes.map(({ problemId }) => problemId).sort()).toEqual(["d", "e", "f"]);
    expect(Object.keys(notDone)).toEqual(["none of the tried mistakes can be made in it and seen"]);
    expect((await prefixesOf(made, { problems: 3 }, { inject })).prefixes).toEqual(prefixes);
  });

  it("takes no question that is a seed, and each question once", async () => {
    const [p, q] = problems("p", "q");
    const made = [
      { seedProblems: [{ ...p!, id: "seed" }], benchmarkProblems: [p!, q!, { ...q!, benchmark: "other" }] },
    ];
    const { prefixes, remarks } = await prefixesOf(made);
    expect(prefixes.map(({ benchmark, problemId }) => [benchmark, problemId])).toEqual([["held-out", "q"]]);
    expect(remarks).toEqual([
      "Self-correction is measured on 1 problems where 200 are asked for: no other takes a mistake.",
    ]);
  });

  it("leaves something to go on with", async () => {
    const analyse: MistakeInstructor["analyse"] = async ({ solution }) => ({
      label: solution.includes("missing_step") ? "missing_step" : "operator_error",
      firstWrongStep: 2,
      explanation: "",
    });
    const { prefixes } = await prefixesOf([{ benchmarkProblems: problems("p") }], {}, { analyse });
    expect(prefixes).toEqual([]);
  });

  it("asks nobody where nothing is to be measured", async () => {
    const { prefixes, in: taken } = await prefixesOf([{ benchmarkProblems: problems("p") }], { problems: 0 });
    expect([prefixes, taken]).toEqual([[], 0]);
  });
});
