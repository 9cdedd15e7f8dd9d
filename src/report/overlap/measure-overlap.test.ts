import { describe, expect, it } from "vitest";
import { problemOf } from "../../stages/stage-context.fixture.ts";
import { measureOverlap } from "./measure-overlap.ts";

const settings = { nGram: 5, rougeL: 0.7 };
const shop = "Tom buys 3 red apples and 4 green pears in a shop.";
const benchmark = {
  id: "held-out",
  problems: [
    problemOf("copied", { question: shop, solution: "3 + 4 = 7" }),
    problemOf("solved", { question: "Something else?", solution: "So we add three and four and get seven." }),
    problemOf("apart", { question: "A train leaves at noon.", solution: "#### 1" }),
  ].map((problem) => ({ ...problem, errorTypeIds: [] })),
};
const example = (id: string, question: string, solution = "") => ({ id, question, solution });

describe("measureOverlap", () => {
  it("counts examples and problems that share words in a row, in question or solution", () => {
    const { nGrams, examples, problems } = measureOverlap(
      [
        example("a", `Yesterday: ${shop}`),
        example("b", "How many?", "We add three and four and get SEVEN!"),
        example("c", "Nothing of this stands anywhere else at all."),
      ],
      benchmark,
      settings,
    );
    expect({ examples, problems }).toEqual({ examples: 3, problems: 3 });
    expect(nGrams).toMatchObject({ examples: 2, problems: 2 });
    expect(nGrams.worst).toEqual([
      {
        exampleId: "a",
        problemId: "copied",
        example: `Yesterday: ${shop}\n`,
        problem: `${shop}\n3 + 4 = 7`,
        shared: 8,
      },
      expect.objectContaining({ exampleId: "b", problemId: "solved", shared: 4 }),
    ]);
  });

  it("counts questions above the threshold alone, and shows the nearest below it, too", () => {
    const near = "Tom buys 5 red apples and 6 green pears in a shop.";
    const farther = "Tom buys 5 red books and 6 green pens in a store.";
    const { questions } = measureOverlap(
      [example("farther", farther), example("near", near), example("far", "Why?")],
      benchmark,
      settings,
    );
    expect(questions).toMatchObject({ examples: 1, problems: 1 });
    expect(questions.worst.map(({ exampleId, problemId }) => [exampleId, problemId])).toEqual([
      ["near", "copied"],
      ["farther", "copied"],
    ]);
    expect(questions.worst[0]).toMatchObject({ example: near, problem: shop });
    expect(questions.worst[0]!.rougeL).toBeCloseTo(10 / 12, 10);
  });

  it("finds nothing where nothing was trained on", () => {
    expect(measureOverlap([], benchmark, settings)).toMatchObject({
      examples: 0,
      nGrams: { examples: 0, worst: [] },
      questions: { examples: 0, worst: [] },
    });
  });
});
