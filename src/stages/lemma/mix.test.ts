import { expect, it } from "vitest";
import { correctionOf, lemmaContext, sampleOf, toyProblem } from "./lemma.fixture.ts";
import { mix } from "./mix.ts";

it("rehearses right samples of the target beside its corrections, one of a problem", async () => {
  const ids = ["p", "q", "r", "s"];
  const right = (id: string, index: number) =>
    sampleOf(id, index, { verdict: "right", output: ` first ${index}\n#### ${id}` });
  const made = {
    seedProblems: ids.map(toyProblem),
    smoothedCorrections: [correctionOf("a"), correctionOf("b", { prefix: "wrong in another way" })],
    samples: ids.flatMap((id) => [sampleOf(id, 0), right(id, 1), right(id, 2)]),
  };
  const rehearse = async (rehearsal: number) => {
    const settings = mix.settings.parse({ rehearsal, similarity: 1 });
    const { artifacts, remarks } = await mix.run(lemmaContext({ made: [made] }), settings);
    return { rehearsed: artifacts.trainingExamples!.slice(2), remarks };
  };
  const { rehearsed, remarks } = await rehearse(1.5);
  expect(rehearsed).toHaveLength(3);
  expect(new Set(rehearsed.map(({ sources }) => sources[0])).size).toBe(3);
  for (const { completion, sources } of rehearsed) {
    expect(completion).toMatch(new RegExp(`^ first [12]\n#### ${sources[0]}$`));
  }
  expect(remarks).toEqual(["3 right samples of the target are learnt beside the corrections."]);
  expect(await rehearse(0)).toEqual({ rehearsed: [], remarks: [] });
});
