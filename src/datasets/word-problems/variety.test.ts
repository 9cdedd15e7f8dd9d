import { describe, expect, it } from "vitest";
import { createRandom, type Random } from "../../foundation/random.ts";
import { generateWordProblem, skills } from "./index.ts";
import { createRougeL, createTokenizer } from "./rouge-l.fixture.ts";

/** Texts a skill is measured over, and those of them whose nearest neighbour is looked for. */
const texts = 1000;
const probes = 100;

describe("the Rouge-L of the fixture", () => {
  it("equals that of a dynamic programme", () => {
    const random = createRandom("rouge");
    const draw = () => Int32Array.from({ length: random.integer(1, 80) }, () => random.integer(0, 9));
    for (let pair = 0; pair < 200; pair++) {
      const [a, b] = [draw(), draw()];
      const expected = (2 * commonLength(a, b)) / (a.length + b.length);
      expect(createRougeL(a)(b)).toBeCloseTo(expected, 12);
    }
  });
});

describe("within a skill", () => {
  it.each(skills)("the nearest text to a text of $id is a different one: median F at most 0.6", (skill) => {
    const random = createRandom(`variety of ${skill.id}`);
    const tokens = distinctQuestions(skill.id, skill.heldOut, random).map(createTokenizer());
    const nearest = tokens.slice(0, probes).map((probe) => {
      const scoreOf = createRougeL(probe);
      return Math.max(...tokens.filter((other) => other !== probe).map(scoreOf));
    });
    expect(nearest.sort((a, b) => a - b)[probes / 2]).toBeLessThanOrEqual(0.6);
  });
});

function distinctQuestions(skill: string, heldOut: boolean, random: Random): string[] {
  const wordings = heldOut ? "held-out" : "ordinary";
  const questions = new Set<string>();
  while (questions.size < texts) questions.add(generateWordProblem({ skill, wordings, random }).question);
  return [...questions];
}

function commonLength(a: Int32Array, b: Int32Array): number {
  let above = new Array<number>(b.length + 1).fill(0);
  for (const word of a) {
    const row = [0];
    b.forEach((other, j) => {
      row.push(word === other ? above[j]! + 1 : Math.max(above[j + 1]!, row[j]!));
    });
    above = row;
  }
  return above[b.length]!;
}
