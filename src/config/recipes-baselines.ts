import type { Line, Recipe, StageEntry } from "../engine/recipe.ts";
import { attempt } from "../stages/attempt.ts";
import { formatControl } from "../stages/baselines/format-control.ts";
import { goldSft } from "../stages/baselines/gold-sft.ts";
import { llmsAsInstructors } from "../stages/baselines/llms-as-instructors.ts";
import { rft } from "../stages/baselines/rft.ts";
import { selfInstruct } from "../stages/baselines/self-instruct.ts";
import { evaluate } from "../stages/evaluate.ts";
import { sample } from "../stages/sample.ts";
import type { Stage } from "../stages/stage.ts";
import { train } from "../stages/train.ts";
import { allLinearLayers, trainAlone } from "./recipe-parts.ts";

/** A way to make training examples without error types: what it needs first, and the stage that makes them. */
interface Baseline {
  before: readonly StageEntry[];
  stage: Stage;
  settings?: Record<string, unknown>;
}

const baselines = {
  "self-instruct": { before: [], stage: selfInstruct },
  "llms-as-instructors": { before: [{ stage: attempt }], stage: llmsAsInstructors },
  "llms-as-instructors-contrastive": {
    before: [{ stage: attempt }],
    stage: llmsAsInstructors,
    settings: { neighbours: 3 },
  },
  "gold-sft": { before: [{ stage: attempt }], stage: goldSft },
  rft: { before: [{ stage: sample }], stage: rft },
  "format-control": { before: [{ stage: attempt }], stage: formatControl },
} as const satisfies Record<string, Baseline>;
export type BaselineName = keyof typeof baselines;

/** Alone, a baseline goes through the loop as a method does: what it makes of the newest model joins what it made before. */
function recipeOf(name: BaselineName): Recipe {
  const { before, stage, settings = {} }: Baseline = baselines[name];
  return {
    name,
    method: {
      name: "method",
      atStart: [{ stage: evaluate }],
      inEachIteration: [
        ...before,
        { stage, settings },
        { stage: train, settings: { targetModules: allLinearLayers } },
        { stage: evaluate },
      ],
    },
    controls: [],
  };
}

/** Beside a method, a baseline works once, on the base model, and sees of the method how many examples it made. */
function controlOf(name: BaselineName): Line {
  const { before, stage, settings }: Baseline = baselines[name];
  return {
    name,
    sees: ["trainingExamples"],
    atEnd: [
      ...before,
      { stage, settings: { ...settings, examples: "as-the-method" } },
      trainAlone,
      { stage: evaluate },
    ],
  };
}

const names = Object.keys(baselines) as BaselineName[];
const forEachBaseline = <T>(make: (name: BaselineName) => T) =>
  Object.fromEntries(names.map((name) => [name, make(name)])) as Record<BaselineName, T>;

/** The data baselines as recipes of their own. */
export const baselineRecipes: Readonly<Record<BaselineName, Recipe>> = forEachBaseline(recipeOf);

/** The same as controls of equal budget, for any method. */
export const baselineControls: Readonly<Record<BaselineName, Line>> = forEachBaseline(controlOf);
