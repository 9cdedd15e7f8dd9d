import { describe, expect, it } from "vitest";
import { generateWordProblem, skills } from "../../../datasets/word-problems/index.ts";
import type { Problem } from "../../../domain/problem.ts";
import { createRandom } from "../../../foundation/random.ts";
import type { SynthesisRequest } from "../../instructor.ts";
import { sourcesOf } from "./sources.ts";
import { synthesize, vary } from "./synthesize.ts";

const chained: Problem = {
  id: "chained",
  question: "Mia buys 3 boxes of 12 pens and gives 8 pens away. How many pens has she left?",
  solution: "3*12=<<3*12=36>>36\n36-8=<<36-8=28>>28",
  answer: "28",
};
const unreadable: Problem = { id: "unreadable", question: "Why?", solution: "Because.", answer: "1" };

function badCase(problem: Problem, keyphrase = "subtraction slip"): SynthesisRequest["badCases"][number] {
  const attempt = { problemId: problem.id, output: "1", prediction: "1", verdict: "wrong" as const, how: "" };
  return {
    case: { problem, attempt },
    diagnosis: { problemId: problem.id, keyphrase, firstWrongStep: 0, explanation: "" },
  };
}

function request(problems: readonly Problem[], count = 12, seed = "s"): SynthesisRequest {
  const errorType = { id: "slips", name: "Slips", explanation: "", keyphrases: ["subtraction slip"] };
  return { errorType, badCases: problems.map((problem) => badCase(problem)), kept: [], count, seed };
}

describe("synthesize", () => {
  it("writes as many drafts as asked for, all different", () => {
    const drafts = synthesize(request([chained]));
    expect(drafts).toHaveLength(12);
    expect(new Set(drafts.map(({ question }) => question)).size).toBe(12);
  });

  it("gives equal drafts for equal requests", () => {
    expect(synthesize(request([chained]))).toEqual(synthesize(request([chained])));
    expect(synthesize(request([chained], 12, "other"))).not.toEqual(synthesize(request([chained])));
  });

  it("writes problems of the same skill where the generator knows it", () => {
    const random = createRandom("skill");
    const { question, solution, answer, skill } = generateWordProblem({
      skill: skills.find(({ heldOut }) => !heldOut)!.id,
      wordings: "ordinary",
      random,
    });
    const drafts = synthesize(request([{ id: "w", question, solution, answer, skill }], 5));
    expect(drafts.map((draft) => draft.skill)).toEqual(Array(5).fill(skill));
  });

  it("never writes problems of a skill that is held out", () => {
    const heldOut = skills.find((skill) => skill.heldOut)!.id;
    const drafts = synthesize(request([{ ...chained, skill: heldOut }], 3));
    expect(drafts.every(({ solution }) => solution.includes("<<"))).toBe(true);
  });

  it("passes over cases that cannot be read", () => {
    expect(synthesize(request([unreadable]))).toEqual([]);
    expect(synthesize(request([unreadable, chained], 4))).toHaveLength(4);
  });
});

describe("vary", () => {
  const { case: chainedCase } = badCase(chained);
  const request = { badCase: chainedCase, problems: [unreadable], count: 4, seed: "s" };

  it("writes from the bad case where there is one, and else from the problems shown", () => {
    expect(vary(request)).toHaveLength(4);
    expect(vary({ ...request, badCase: null })).toEqual([]);
    expect(vary({ ...request, badCase: null, problems: [chained] })).toHaveLength(4);
  });

  it("gives equal drafts for equal requests", () => {
    expect(vary(request)).toEqual(vary(request));
    expect(vary({ ...request, seed: "other" })).not.toEqual(vary(request));
  });
});

describe("sourcesOf", () => {
  it("prefers cases whose chain holds what the diagnosis speaks of", () => {
    const [spoken, unspoken] = sourcesOf([
      badCase(chained, "added instead of multiplying"),
      badCase(chained, "took the percentage of the wrong base"),
    ]);
    expect(spoken!.weight).toBeGreaterThan(unspoken!.weight);
  });
});
