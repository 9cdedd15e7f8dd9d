import type { Recipe } from "../engine/recipe.ts";
import { recipes } from "./recipes.ts";
import { baselineControls } from "./recipes-baselines.ts";
import type { Config } from "./schema.ts";

/** The recipe of a configuration, with the baselines that shall stand beside it. */
export function recipeOf({ recipe: name, controls }: Pick<Config, "recipe" | "controls">): Recipe {
  const recipe = recipes[name];
  return {
    ...recipe,
    controls: [...recipe.controls, ...controls.map((control) => baselineControls[control])],
  };
}
