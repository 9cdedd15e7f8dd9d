import { expect, it } from "vitest";
import { collectErrors } from "./collect-errors.ts";
import { analysisOf, lemmaContext, sampleOf, toyProblem } from "./lemma.fixture.ts";

it("takes a sample without the white space that the template puts before every solution", async () => {
  const { output } = sampleOf("p", 0);
  const made = {
    seedProblems: [toyProblem("p")],
    samples: [sampleOf("p", 0, { output: ` ${output}\n` })],
    mistakeAnalyses: [analysisOf("p#0")],
  };
  const settings = collectErrors.settings.parse({});
  const { artifacts } = await collectErrors.run(lemmaContext({ made: [made] }), settings);
  expect(artifacts.erroneousSolutions!.find(({ origin }) => origin === "own")).toMatchObject({
    solution: output,
    prefix: "first 0\nsecond 0",
  });
});
