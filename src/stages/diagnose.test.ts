import { describe, expect, it } from "vitest";
import { Verdict } from "../domain/attempt.ts";
import { UnusableAnswerError } from "../foundation/errors.ts";
import { diagnose } from "./diagnose.ts";
import {
  attemptOf,
  contextOf,
  diagnosisOf,
  instructorWith,
  problemOf,
  syntheticOf,
} from "./stage-context.fixture.ts";

describe("diagnose", () => {
  const verdicts = Verdict.options;
  const made = [
    {
      seedProblems: verdicts.map((verdict) => problemOf(verdict)),
      attempts: verdicts.map((verdict) => attemptOf(verdict, verdict)),
    },
  ];

  it("names the cause of every attempt that is neither right nor undecided", async () => {
    const instructor = instructorWith({ diagnose: async ({ problem }) => diagnosisOf(problem.id, "cause") });
    const context = contextOf({ made, services: { instructor } });
    const result = await diagnose.run(context, {});
    expect(context.items).toEqual(["wrong", "no-answer", "truncated", "empty", "refused"]);
    expect(result.artifacts.diagnoses?.map(({ problemId }) => problemId)).toEqual(context.items);
    expect(result).toMatchObject({ in: 5, done: 5, notDone: {} });
  });

  it("diagnoses synthetic problems that were attempted like any other", async () => {
    const instructor = instructorWith({ diagnose: async ({ problem }) => diagnosisOf(problem.id, "cause") });
    const context = contextOf({
      made: [
        { seedProblems: [], syntheticProblems: [syntheticOf("earlier"), syntheticOf("unattempted")] },
        { attempts: [attemptOf("earlier")] },
      ],
      services: { instructor },
    });
    expect((await diagnose.run(context, {})).artifacts.diagnoses).toEqual([diagnosisOf("earlier", "cause")]);
  });

  it("accounts for the bad cases that the instructor could not diagnose", async () => {
    const instructor = instructorWith({
      diagnose: async ({ problem, attempt }) => {
        if (attempt.verdict === "empty") throw new UnusableAnswerError("not JSON");
        return diagnosisOf(problem.id, "cause");
      },
    });
    const result = await diagnose.run(contextOf({ made, services: { instructor } }), {});
    expect(result).toMatchObject({ in: 5, done: 4, notDone: { "not JSON": 1 } });
  });
});
