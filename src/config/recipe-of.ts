import type { Recipe, StageEntry } from "../engine/recipe.ts";
import { ErrataError } from "../foundation/errors.ts";
import {
  asksForDialogues,
  asksForVotes,
  type DialogueForm,
  hasAtStart,
  holdingDialogues,
  measurementsAskedFor,
  measuresSelfCorrection,
  measuringSelfCorrection,
  namesMistakes,
  namingMistakes,
  takingVotes,
  withoutSelfCorrection,
} from "./measurements.ts";
import { promptFormOf } from "./prompt-form-of.ts";
import { recipes } from "./recipes.ts";
import { baselineControls } from "./recipes-baselines.ts";
import type { Config } from "./schema.ts";

type RecipeConfig = Pick<Config, "recipe" | "controls" | "target" | "stages"> & Partial<Pick<Config, "data">>;

/**
 * The recipe of a configuration, with the baselines that shall stand beside it. Maj@k is measured where a setting asks for
 * it; dialogues where a setting does, or where some are given; self-correction where the recipe or a setting asks for it and
 * the target can be made to go on from a prefix.
 *
 * @throws ErrataError where a setting asks for what the target cannot
 */
export function recipeOf(config: RecipeConfig): Recipe {
  const recipe = recipes[config.recipe];
  const all = withDialogues(withBaselines(recipe, config), config);
  if (canGoOn(config.target)) {
    return measures(recipe) || isAsked(config) ? measuringSelfCorrection(all) : all;
  }
  if (isAsked(config)) throw new ErrataError(cannotGoOn, { advice: adviceToGoOn });
  return withoutSelfCorrection(all);
}

/** What the recipe measures of its own answers, it measures of the baselines' as well. */
function withBaselines(recipe: Recipe, { controls: names, stages }: RecipeConfig): Recipe {
  const controls = [...recipe.controls, ...names.map((name) => baselineControls[name])];
  const all = { ...recipe, controls };
  const named = namesMistakes(recipe.method) ? namingMistakes(all) : all;
  return asksForVotes(stages) ? takingVotes(named) : named;
}

/** What a run with a target can measure beside its recipe, each stage with its usual settings, where it is asked for. */
export function optionalMeasurements(target: Config["target"]): StageEntry[] {
  if (target.kind === "replay") return [];
  const { votes, selfCorrection, dialogues } = measurementsAskedFor;
  return [...votes, ...(canGoOn(target) ? selfCorrection : []), ...dialogues(dialogueFormOf(target))];
}

const dialogueFormOf = (target: Config["target"]): DialogueForm =>
  promptFormOf(target) === "chat" ? "messages" : "text";

/** Rounds of a dialogue are messages where the target is chatted with, and one text where it continues one. */
function withDialogues(recipe: Recipe, { stages, target, data }: RecipeConfig): Recipe {
  const areGiven = data !== undefined && givesDialogues(data);
  if (!areGiven && !asksForDialogues(stages)) return recipe;
  if (target.kind === "replay") {
    throw new ErrataError("No dialogue can be held with saved generations.", {
      advice:
        "Take a target that answers, or remove `dialogues` and `converse` from `stages`, and `mathchat` from `data`.",
    });
  }
  const form = dialogueFormOf(target);
  if (form === "text" && stages.converse?.rounds === "messages") {
    throw new ErrataError("The target continues a text, and takes no messages.", {
      advice: 'Set `stages.converse.rounds: "text"`, or leave it out.',
    });
  }
  return holdingDialogues(recipe, { rounds: form, areGiven });
}

/** Whether files of dialogues are named. */
export const givesDialogues = ({ mathchat }: Config["data"]): boolean =>
  mathchat.followUps !== undefined || mathchat.errorCorrections !== undefined;

/** Says why a run with benchmarks will lack what its recipe measures on them; null where it will not. */
export function leftOutOf({
  recipe,
  target,
  data,
}: Pick<Config, "recipe" | "target" | "data">): string | null {
  const hasBenchmarks = Object.keys(data.benchmarks).length > 0;
  return hasBenchmarks && measures(recipes[recipe]) && !canGoOn(target) ? cannotGoOn : null;
}

const cannotGoOn =
  "Self-correction is not measured: the target answers whole prompts, as a model that is chatted with does and saved generations do, and cannot be made to go on from a wrong step.";
const adviceToGoOn =
  "Take a target with `prompt: completion`, or remove `forced-prefixes` and `self-correction` from `stages`.";

const measures = ({ method }: Recipe): boolean => hasAtStart(method, measuresSelfCorrection);

const isAsked = ({ stages }: Pick<RecipeConfig, "stages">): boolean =>
  Object.keys(stages).some(measuresSelfCorrection);

const canGoOn = (target: Config["target"]): boolean =>
  target.kind !== "replay" && promptFormOf(target) === "completion";
