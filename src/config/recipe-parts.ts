import type { Line, StageEntry } from "../engine/recipe.ts";
import { evaluate } from "../stages/evaluate.ts";
import { train } from "../stages/train.ts";
import { untargeted } from "../stages/untargeted.ts";

/** A control trains once, at the end, on all it has: to continue would be to continue the method's adapter. */
export const trainAlone: StageEntry = { stage: train, settings: { mode: "from-scratch" } };

/** LoRA on all linear layers, as many examples learn better there than on the attention alone. */
export const allLinearLayers = ["q_proj", "k_proj", "v_proj", "o_proj", "gate_proj", "up_proj", "down_proj"];

/** The same budget, without looking at the errors at all: what a method is worth. */
export const untargetedExamples: Line = {
  name: "untargeted",
  atEnd: [{ stage: untargeted }, trainAlone, { stage: evaluate }],
};
