import { describe, expect, it } from "vitest";
import { casesOf, diagnosedCases, membersOf } from "./cases.ts";
import { attemptOf, caseOf, diagnosisOf, problemOf } from "./stage-context.fixture.ts";

describe("casesOf", () => {
  it("joins problems with attempts, in the order of the attempts, and leaves out what has no partner", () => {
    const problems = [problemOf("1"), problemOf("2"), problemOf("3")];
    const cases = casesOf(problems, [attemptOf("3"), attemptOf("1"), attemptOf("gone")]);
    expect(cases).toEqual([caseOf("3"), caseOf("1")]);
  });
});

describe("membersOf", () => {
  it("are the diagnosed cases with one of the type's phrases; a case may be in several types", () => {
    const diagnosed = diagnosedCases(
      [caseOf("1"), caseOf("2")],
      [diagnosisOf("2", "x"), diagnosisOf("1", "y"), diagnosisOf("gone", "x")],
    );
    const type = (...keyphrases: string[]) => ({ id: "t", name: "T", explanation: "", keyphrases });
    const members = (...keyphrases: string[]) =>
      membersOf(type(...keyphrases), diagnosed).map((member) => member.case.problem.id);
    expect(members("x", "z")).toEqual(["2"]);
    expect(members("y", "x")).toEqual(["2", "1"]);
    expect(members("z")).toEqual([]);
  });
});
