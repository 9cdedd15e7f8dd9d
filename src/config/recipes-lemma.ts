import type { Line, Recipe, StageEntry } from "../engine/recipe.ts";
import { evaluate } from "../stages/evaluate.ts";
import { analyseMistakes } from "../stages/lemma/analyse-mistakes.ts";
import { collectErrors } from "../stages/lemma/collect-errors.ts";
import { fixAndContinue } from "../stages/lemma/fix-and-continue.ts";
import { freshAndRestart } from "../stages/lemma/fresh-and-restart.ts";
import { mix } from "../stages/lemma/mix.ts";
import { smooth } from "../stages/lemma/smooth.ts";
import { withoutReflection } from "../stages/lemma/without-reflection.ts";
import { sample } from "../stages/sample.ts";
import { train } from "../stages/train.ts";
import { measuringSelfCorrection, namingMistakes } from "./measurements.ts";
import { allLinearLayers, trainAlone, untargetedExamples } from "./recipe-parts.ts";

/** As much text of the right solutions alone: what it is worth to see mistakes corrected. */
const rightSolutionsAlone: Line = {
  name: "without-reflection",
  atEnd: [{ stage: withoutReflection }, trainAlone, { stage: evaluate }],
};

/** The paper's ablation without error augmentation: the target's own mistakes alone. */
const withoutInjectedErrors: Line = {
  name: "without-injected-errors",
  atEnd: [{ stage: mix, settings: { injectedShare: 0 } }, trainAlone, { stage: evaluate }],
};

/** The paper's ablation without Fresh & Restart. */
const withoutRestart: Line = {
  name: "without-restart",
  atEnd: [{ stage: mix, settings: { restartShare: 0 } }, trainAlone, { stage: evaluate }],
};

/** From the target's mistakes to sequences in which they are corrected. */
const correctingMistakes = (settings: {
  collectErrors: Record<string, unknown>;
  mix: Record<string, unknown>;
}): StageEntry[] => [
  { stage: sample },
  { stage: analyseMistakes },
  { stage: collectErrors, settings: settings.collectErrors },
  { stage: fixAndContinue },
  { stage: freshAndRestart },
  { stage: smooth },
  { stage: mix, settings: settings.mix },
];

/** Without LEMMA's known faults: labels verified by the text alone, repetitions dropped, ratios stated. */
export const correctingVerifiedMistakes = correctingMistakes({
  collectErrors: { verifyLabel: true },
  mix: { injectedShare: 0.5, restartShare: 0.5 },
});

const methodOf = (corrections: readonly StageEntry[], training: Record<string, unknown>): Line => ({
  name: "method",
  atStart: [{ stage: evaluate }],
  inEachIteration: [...corrections, { stage: train, settings: training }, { stage: evaluate }],
});

/** What is measured beside accuracy. */
export const measuringReflection = (recipe: Recipe): Recipe =>
  measuringSelfCorrection(namingMistakes(recipe));

/**
 * LEMMA with the authors' constants (papers' sections 2.3 and 2.4): 30 injections for every problem with a wrong sample,
 * shared among the labels by their distribution as the text says, no label verified, full fine-tuning.
 */
export const lemmaPaper: Recipe = {
  name: "lemma-paper",
  method: methodOf(
    correctingMistakes({
      collectErrors: { injectionsPerProblem: 30, triesPerProblem: 5, verifyLabel: false },
      mix: {},
    }),
    {
      method: "full",
      learningRate: 1e-5,
      schedule: "cosine",
      warmupRatio: 0.03,
      epochs: 3,
      batchSize: 256,
      maxSequenceLength: 4_096,
    },
  ),
  controls: [],
};

/** LEMMA without its known faults, and with LoRA. */
export const lemma: Recipe = measuringReflection({
  name: "lemma",
  method: methodOf(correctingVerifiedMistakes, { targetModules: allLinearLayers }),
  controls: [untargetedExamples, rightSolutionsAlone],
});

/** The same with the paper's ablations beside it; each costs a training and an evaluation more. */
export const lemmaAblations: Recipe = measuringReflection({
  ...lemma,
  name: "lemma-ablations",
  controls: [...lemma.controls, withoutInjectedErrors, withoutRestart],
});
