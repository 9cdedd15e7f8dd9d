import type { Line, Recipe, StageEntry } from "../engine/recipe.ts";
import { attempt } from "../stages/attempt.ts";
import { cluster } from "../stages/cluster.ts";
import { diagnose } from "../stages/diagnose.ts";
import { diagnoseBenchmarks } from "../stages/diagnose-benchmarks.ts";
import { evaluate } from "../stages/evaluate.ts";
import { review } from "../stages/review/index.ts";
import { select } from "../stages/select/index.ts";
import { synthesize } from "../stages/synthesize/index.ts";
import { train } from "../stages/train.ts";
import { allLinearLayers, trainAlone, untargetedExamples } from "./recipe-parts.ts";
import { baselineRecipes } from "./recipes-baselines.ts";
import {
  correctingVerifiedMistakes,
  lemma,
  lemmaAblations,
  lemmaPaper,
  measuringReflection,
} from "./recipes-lemma.ts";

/** The same budget, without looking at the errors' one-shot scores: what selection is worth. */
const randomSelection: Line = {
  name: "random-selection",
  inEachIteration: [{ stage: select, settings: { strategy: "random" } }],
  atEnd: [trainAlone, { stage: evaluate }],
};

/**
 * Self-Error-Instruct with the authors' constants (papers' sections 1.5 to 1.7): seeds drawn within the type as the
 * paper's text says, nothing verified, the best 5 % of all candidates together, LoRA on the attention alone.
 */
export const seiPaper: Recipe = {
  name: "sei-paper",
  method: {
    name: "method",
    atStart: [{ stage: evaluate }],
    inEachIteration: [
      { stage: attempt },
      { stage: diagnose },
      { stage: cluster },
      { stage: review },
      { stage: synthesize, settings: { verify: "none" } },
      { stage: select, settings: { quota: "none" } },
      { stage: train },
      { stage: evaluate },
    ],
    atEnd: [{ stage: attempt }],
  },
  controls: [],
};

/** From the target's mistakes to new problems of the same types: answers verified, a share of every type kept, ties broken. */
const writingProblems: readonly StageEntry[] = [
  { stage: attempt },
  { stage: diagnose },
  { stage: cluster },
  { stage: review },
  { stage: synthesize, settings: { verify: "auto" } },
  { stage: select, settings: { quota: "per-type", scorer: "adapted" } },
];

const trainAndEvaluate: readonly StageEntry[] = [
  { stage: train, settings: { targetModules: allLinearLayers } },
  { stage: evaluate },
];

/** Self-Error-Instruct without its known faults. */
export const sei: Recipe = {
  name: "sei",
  method: {
    name: "method",
    atStart: [{ stage: evaluate }, { stage: diagnoseBenchmarks }],
    inEachIteration: [...writingProblems, ...trainAndEvaluate],
    // What became of the seed problems' bad cases: the fix rate of the last iteration.
    atEnd: [{ stage: attempt }],
  },
  controls: [randomSelection, untargetedExamples],
};

/** Both methods: the model learns Self-Error-Instruct's new problems and LEMMA's corrections together. */
export const seiLemma: Recipe = measuringReflection({
  name: "sei-lemma",
  method: {
    name: "method",
    atStart: [{ stage: evaluate }],
    inEachIteration: [...writingProblems, ...correctingVerifiedMistakes, ...trainAndEvaluate],
  },
  controls: [untargetedExamples],
});

export const recipes = {
  sei,
  "sei-paper": seiPaper,
  lemma,
  "lemma-paper": lemmaPaper,
  "lemma-ablations": lemmaAblations,
  "sei-lemma": seiLemma,
  ...baselineRecipes,
} as const;
export type RecipeName = keyof typeof recipes;
