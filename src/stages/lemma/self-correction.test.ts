import { expect, it } from "vitest";
import { adapterOf, notingTarget, problemOf, scriptedModel } from "../stage-context.fixture.ts";
import { lemmaContext } from "./lemma.fixture.ts";
import { selfCorrection } from "./self-correction.ts";

const benchmarkProblems = [{ ...problemOf("12"), benchmark: "held-out" }];
const prefix = { benchmark: "held-out", problemId: "12", lastStep: 0, label: "operator_error" } as const;
const made = [
  {
    benchmarkProblems,
    forcedPrefixes: [{ ...prefix, wrong: "Add to 9.", right: "Add to 7." }],
    adapters: [adapterOf("newest")],
  },
];

it("goes on greedily from both prefixes, and grades the text that comes of it", async () => {
  const { model, requests } = scriptedModel(({ prompt }) =>
    prompt.endsWith("9.") ? " Wait, it must be 7. So 12" : " So 14",
  );
  const { target, asked } = notingTarget(model);
  const { artifacts } = await selfCorrection.run(
    lemmaContext({ made, services: { target } }),
    selfCorrection.settings.parse({}),
  );
  expect(asked).toEqual(["newest"]);
  expect(requests.map(({ prompt, temperature }) => [prompt, temperature])).toEqual([
    ["Question: What is 12?\nSolution: Add to 9.", 0],
    ["Question: What is 12?\nSolution: Add to 7.", 0],
  ]);
  expect(artifacts.prefixContinuations).toMatchObject([
    { prefix: "wrong", turnsBack: true, attempt: { output: " Wait, it must be 7. So 12", verdict: "right" } },
    { prefix: "right", turnsBack: false, attempt: { output: " So 14", verdict: "wrong" } },
  ]);
});

it("grades a continuation that ends at once by its prefix, which has no right answer yet", async () => {
  const { model } = scriptedModel(() => "");
  const { artifacts } = await selfCorrection.run(
    lemmaContext({ made, services: { target: notingTarget(model).target } }),
    selfCorrection.settings.parse({}),
  );
  expect(artifacts.prefixContinuations!.map(({ attempt: { verdict } }) => verdict)).toEqual([
    "wrong",
    "wrong",
  ]);
});
