import { expect, it } from "vitest";
import type { TrainingExample } from "../../domain/training-example.ts";
import { correctionOf, lemmaContext, toyProblem } from "./lemma.fixture.ts";
import { withoutReflection } from "./without-reflection.ts";

it("trains on the right solutions of the same corrections until there is as much text", async () => {
  const corrections = [correctionOf("a"), correctionOf("b"), correctionOf("left out")];
  const trainingExamples = corrections.slice(0, 2).map(
    ({ id }): TrainingExample => ({
      id,
      prompt: "",
      completion: "x".repeat(35),
      recipe: "lemma",
      iteration: 1,
      sources: ["p", id, id],
    }),
  );
  const made = { seedProblems: [toyProblem("p")], smoothedCorrections: corrections, trainingExamples };
  const { artifacts } = await withoutReflection.run(lemmaContext({ made: [made] }), {});
  const plain = artifacts.trainingExamples!;
  const length = plain.reduce((sum, { completion }) => sum + completion.length, 0);
  const [first] = plain;
  expect(first).toMatchObject({ completion: " right\n#### p", sources: ["p", "a"] });
  expect(plain.map(({ sources }) => sources[1])).toEqual(["a", "b", "a", "b", "a"]);
  expect(new Set(plain.map(({ id }) => id)).size).toBe(plain.length);
  expect(Math.abs(length - 70)).toBeLessThanOrEqual(first!.completion.length / 2);
});

it("learns what the method rehearses as it is", async () => {
  const rehearsed: TrainingExample = {
    id: "r",
    prompt: "",
    completion: "x",
    recipe: "lemma",
    iteration: 1,
    sources: ["p", "p#0"],
  };
  const made = { seedProblems: [toyProblem("p")], smoothedCorrections: [], trainingExamples: [rehearsed] };
  const { artifacts } = await withoutReflection.run(lemmaContext({ made: [made] }), {});
  expect(artifacts.trainingExamples).toEqual([{ ...rehearsed, id: "without-reflection-r" }]);
});
