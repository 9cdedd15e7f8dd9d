import { describe, expect, it } from "vitest";
import { MistakeLabel, mistakeLabels } from "../../domain/mistake-label.ts";
import { symbolicMistakes } from "../../instructors/symbolic/lemma/index.ts";
import { splitSteps } from "../../mathematics/index.ts";
import { analyseMistakes } from "./analyse-mistakes.ts";
import { collectErrors } from "./collect-errors.ts";
import { fixAndContinue } from "./fix-and-continue.ts";
import { freshAndRestart } from "./fresh-and-restart.ts";
import {
  analysisOf,
  correctionOf,
  erroneousOf,
  lemmaContext,
  sampleOf,
  toyProblem,
} from "./lemma.fixture.ts";
import { mix } from "./mix.ts";
import { smooth } from "./smooth.ts";

const defaults = collectErrors.settings.parse({});

describe("the traps of the authors' code (papers' section 2.3) are not here", () => {
  it("gives a kind of mistake one label, in the analysis and in the injection", () => {
    expect(MistakeLabel.safeParse("question_misinterpretation").success).toBe(false);
    expect(symbolicMistakes.injectable.filter((label) => !mistakeLabels.includes(label))).toEqual([]);
    expect(symbolicMistakes.injectable).toContain("question_understanding_error");
  });

  it("injects as often of each label as the analysis found it", async () => {
    const problems = Array.from({ length: 40 }, (_, index) => toyProblem(`p${index}`));
    const samples = problems.map(({ id }) => sampleOf(id, 0));
    const mistakeAnalyses = samples.map(({ id }, index) =>
      analysisOf(id, index < 30 ? "operator_error" : "missing_step"),
    );
    const context = lemmaContext({ made: [{ seedProblems: problems, samples, mistakeAnalyses }] });
    const result = await collectErrors.run(context, { ...defaults, injectionsPerProblem: 1 });
    const injected = result.artifacts.erroneousSolutions!.filter(({ origin }) => origin === "injected");
    const count = (label: string) => injected.filter((error) => error.label === label).length;
    expect([count("operator_error"), count("missing_step")]).toEqual([30, 10]);
  });

  it("works on every sample, and again on every one when it goes on", async () => {
    const problems = Array.from({ length: 300 }, (_, index) => toyProblem(`p${index}`));
    const samples = problems.map(({ id }) => sampleOf(id, 0));
    for (const _ of ["first", "resumed"]) {
      const context = lemmaContext({ made: [{ seedProblems: problems, samples }] });
      const result = await analyseMistakes.run(context, {});
      expect(result).toMatchObject({ in: 300, done: 300, notDone: {} });
    }
  });

  it("gives injected mistakes a first wrong step, so that they are corrected like the target's own", async () => {
    const seedProblems = [toyProblem("p")];
    const made = { seedProblems, samples: [sampleOf("p", 0)], mistakeAnalyses: [analysisOf("p#0")] };
    const { artifacts } = await collectErrors.run(lemmaContext({ made: [made] }), {
      ...defaults,
      injectionsPerProblem: 1,
    });
    const [own, injected] = artifacts.erroneousSolutions!;
    expect(own).toMatchObject({ origin: "own", prefix: "first 0\nsecond 0" });
    expect(injected).toMatchObject({ origin: "injected", firstWrongStep: 1 });
    expect(injected!.solution.startsWith(injected!.prefix)).toBe(true);

    const context = lemmaContext({ made: [{ seedProblems, erroneousSolutions: [own!, injected!] }] });
    const { artifacts: corrected } = await fixAndContinue.run(context, {});
    expect(corrected.fixes!.map(({ prefix }) => prefix)).toEqual([own!.prefix, injected!.prefix]);
  });

  it("cuts no step at a decimal or an abbreviation", () => {
    expect(splitSteps("Mr. Ito pays 2.5 + 1. 5 is not it. So 3.5.").map(({ text }) => text)).toEqual([
      "Mr. Ito pays 2.5 + 1.",
      "5 is not it.",
      "So 3.5.",
    ]);
  });

  it("chooses the solution to turn to by the run's seed", async () => {
    const right = Array.from({ length: 8 }, (_, index) =>
      sampleOf("p", index, { verdict: "right", output: `way ${index}\n#### p` }),
    );
    const erroneousSolutions = Array.from({ length: 12 }, (_, index) =>
      erroneousOf(`p+operator_error-${index}`),
    );
    const made = [{ seedProblems: [toyProblem("p")], samples: right, erroneousSolutions }];
    const texts = async (seed: string) =>
      (await freshAndRestart.run(lemmaContext({ made, seed }), {})).artifacts.restarts!.map(
        ({ rightSolution }) => rightSolution,
      );
    expect(await texts("one")).toEqual(await texts("one"));
    expect(await texts("one")).not.toEqual(await texts("another"));
    expect(new Set(await texts("one")).size).toBeGreaterThan(3);
  });

  it("has nothing to do where nothing is to be smoothed", async () => {
    const context = lemmaContext({ made: [{ seedProblems: [], fixes: [], restarts: [] }] });
    expect(await smooth.run(context, {})).toMatchObject({ in: 0, done: 0, notDone: {} });
  });

  it("mixes at the stated ratios, without repetitions", async () => {
    const some = (
      origin: "own" | "injected",
      kind: "fix-and-continue" | "fresh-and-restart",
      count: number,
    ) =>
      Array.from({ length: count }, (_, index) =>
        correctionOf(`${origin} ${kind} ${index}`, { origin, kind }),
      );
    const smoothedCorrections = [
      ...some("own", "fix-and-continue", 40),
      ...some("own", "fresh-and-restart", 10),
      ...some("injected", "fix-and-continue", 30),
      ...some("injected", "fresh-and-restart", 60),
    ];
    const twin = { ...smoothedCorrections[0]!, id: "twin" };
    const context = lemmaContext({
      made: [{ seedProblems: [toyProblem("p")], smoothedCorrections: [...smoothedCorrections, twin] }],
    });
    const settings = mix.settings.parse({ injectedShare: 0.5, restartShare: 0.5, similarity: 1 });
    const { artifacts, in: given, done, notDone } = await mix.run(context, settings);
    const kept = artifacts.trainingExamples!.map(({ sources }) => sources[2]!);
    const share = (word: string) => kept.filter((id) => id.includes(word)).length / kept.length;
    expect(kept).toHaveLength(40);
    expect(share("injected")).toBe(0.5);
    expect(share("restart")).toBe(0.5);
    expect(notDone["equal to another"]).toBe(1);
    expect(done + artifacts.droppedCorrections!.length).toBe(given);
  });
});

describe("the answer filter", () => {
  const seedProblems = [toyProblem("p")];

  it("keeps no injection that ends right", async () => {
    const made = { seedProblems, samples: [sampleOf("p", 0)], mistakeAnalyses: [analysisOf("p#0")] };
    const context = lemmaContext(
      { made: [made] },
      { inject: async () => ({ solution: "first\nsecond\n#### p", explanation: "" }) },
    );
    const result = await collectErrors.run(context, { ...defaults, injectionsPerProblem: 1 });
    expect(result).toMatchObject({ in: 3, done: 1, notDone: { "it does not end wrong": 2 } });
  });

  it("keeps no injection whose label the text does not show, where labels are verified", async () => {
    const made = { seedProblems, samples: [sampleOf("p", 0)], mistakeAnalyses: [analysisOf("p#0")] };
    const analyse = async () => ({ label: "counting_error", firstWrongStep: 0, explanation: "" }) as const;
    const run = (verifyLabel: boolean) =>
      collectErrors.run(lemmaContext({ made: [made] }, { analyse }), {
        ...defaults,
        injectionsPerProblem: 1,
        verifyLabel,
      });
    expect((await run(true)).notDone).toEqual({ "operator_error is analysed as counting_error": 2 });
    expect(await run(false)).toMatchObject({ in: 2, done: 2 });
  });

  it("keeps no correction that ends wrong, smoothed or not", async () => {
    const wrong = async () => "no.\n#### q";
    const context = lemmaContext(
      { made: [{ seedProblems, erroneousSolutions: [erroneousOf("p#0")], samples: [] }] },
      { fix: wrong, restart: wrong },
    );
    for (const stage of [fixAndContinue, freshAndRestart]) {
      expect((await stage.run(context, {})).notDone).toEqual({ "it does not end right": 1 });
    }
    const fixes = [correctionOf("c")];
    const smoothing = lemmaContext({ made: [{ seedProblems, fixes, restarts: [] }] }, { smooth: wrong });
    expect((await smooth.run(smoothing, {})).notDone).toEqual({ "it does not end right": 1 });
  });
});
