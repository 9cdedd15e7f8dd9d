import { describe, expect, it } from "vitest";
import { mathGrader } from "../graders/math/index.ts";
import { majority } from "./majority.ts";
import { contextOf, notingTarget, problemOf, scriptedModel } from "./stage-context.fixture.ts";

const benchmarkProblems = ["a", "b"].map((benchmark) => ({
  ...problemOf("p", { answer: "0.5" }),
  benchmark,
}));

async function votesFor(answers: readonly string[]) {
  let drawn = 0;
  const { model, requests } = scriptedModel(() => answers[drawn++ % answers.length]!);
  const services = { target: notingTarget(model).target, benchmarkGrader: mathGrader };
  const { artifacts } = await majority.run(
    contextOf({ made: [{ benchmarkProblems }], services }),
    majority.settings.parse({ samples: answers.length }),
  );
  return { votes: artifacts.majorityVotes!, requests };
}

describe("majority", () => {
  it("takes the answer that most samples come to, however it is written", async () => {
    const { votes, requests } = await votesFor(["#### 3", "#### 0.5", "#### 1/2", "I do not know."]);
    expect(votes).toEqual(
      ["a", "b"].map((benchmark) => ({
        ...{ benchmark, problemId: "p", samples: 4, rightSamples: 2 },
        ...{ votes: 2, prediction: "0.5", verdict: "right" },
      })),
    );
    expect(new Set(requests.map(({ seed }) => seed)).size).toBe(8);
  });

  it("takes the first of equally many", async () => {
    const [vote] = (await votesFor(["#### 3", "#### 0.5"])).votes;
    expect(vote).toMatchObject({ votes: 1, prediction: "3", verdict: "wrong", rightSamples: 1 });
  });

  it("has no answer where no sample has one", async () => {
    const [vote] = (await votesFor(["I do not know."])).votes;
    expect(vote).toMatchObject({ votes: 0, prediction: null, verdict: "no-answer" });
  });
});
