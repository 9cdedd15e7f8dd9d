import { describe, expect, it } from "vitest";
import { Problem } from "../../domain/problem.ts";
import { generateWordProblems, pretrainingMixtures, splitOf } from "./index.ts";

const options = { seed: "unit", mixture: { sharing: 1, ages: 3 }, wordings: "ordinary" } as const;

describe("generateWordProblems", () => {
  it("writes distinct problems with ids of their own", () => {
    const problems = generateWordProblems({ ...options, count: 200 });
    expect(problems.map((problem) => Problem.parse(problem))).toEqual(problems);
    expect(new Set(problems.map(({ id }) => id)).size).toBe(200);
    expect(new Set(problems.map(({ question }) => question)).size).toBe(200);
    expect(problems[7]?.id).toBe("word-problems-unit-7");
  });

  it("gives every skill its share, in turn", () => {
    const skills = generateWordProblems({ ...options, count: 40 }).map(({ skill }) => skill);
    for (let start = 0; start < 40; start += 4) {
      expect(skills.slice(start, start + 4).filter((skill) => skill === "sharing")).toHaveLength(1);
    }
  });

  it("adds problems after the same first ones when more are asked for", () => {
    const few = generateWordProblems({ ...options, count: 10 });
    expect(generateWordProblems({ ...options, count: 30 }).slice(0, 10)).toEqual(few);
  });

  it("leaves out what it is told to", () => {
    const exclude = new Set(generateWordProblems({ ...options, count: 20 }).map(({ question }) => question));
    const others = generateWordProblems({ ...options, count: 20, exclude });
    expect(others.filter(({ question }) => exclude.has(question))).toEqual([]);
  });

  it("refuses a mixture of nothing", () => {
    expect(() => generateWordProblems({ ...options, count: 1, mixture: {} })).toThrow("no skill");
  });

  it("writes the pupil's pre-training problems outside every other split", () => {
    const problems = generateWordProblems({
      seed: "pupil",
      count: 300,
      mixture: pretrainingMixtures.late,
      wordings: "ordinary",
      split: "pretraining",
    });
    expect(new Set(problems.map(({ question }) => splitOf(question)))).toEqual(new Set(["pretraining"]));
  });
});
