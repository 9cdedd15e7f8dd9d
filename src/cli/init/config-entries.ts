import { parseConfig } from "../../config/load.ts";
import { optionalMeasurements } from "../../config/recipe-of.ts";
import { recipes } from "../../config/recipes.ts";
import type { ConfigInput } from "../../config/schema.ts";
import type { Recipe, StageEntry } from "../../engine/recipe.ts";
import { configKeys, type KeyExplanation, stageSettings } from "./key-explanations.ts";

/** A key of a configuration file with its explanation: a value, or a group of further keys. */
export interface Entry {
  key: string;
  explanation: string;
  content: { value: unknown } | { entries: Entry[] };
  /** Whether the configuration sets it; otherwise it is shown commented out. */
  isSet: boolean;
}

type Values = Readonly<Record<string, unknown>>;

/** Every key that a configuration can have, explained, with the values of `config` and samples for the others. */
export function configEntries(config: ConfigInput): Entry[] {
  return Object.entries(configKeys).map(([key, explanation]) =>
    key === "stages"
      ? group(key, explanation.text, stageEntries(config))
      : entryOf(key, explanation, config as Values),
  );
}

function entryOf(key: string, { text, sample, keys }: KeyExplanation, values: Values): Entry {
  const value = values[key];
  if (keys) {
    const inner = (value ?? {}) as Values;
    return group(
      key,
      text,
      Object.entries(keys).map(([name, explanation]) => entryOf(name, explanation, inner)),
    );
  }
  return { key, explanation: text, content: { value: value ?? sample }, isSet: value !== undefined };
}

function group(key: string, explanation: string, entries: Entry[]): Entry {
  return { key, explanation, content: { entries }, isSet: entries.some(({ isSet }) => isSet) };
}

function stageEntries(config: ConfigInput): Entry[] {
  const { recipe = "sei", stages = {}, target } = parseConfig(config, "the configuration");
  const optional = optionalMeasurements(target);
  return Object.entries(stageSettings).flatMap(([stage, explanations]) => {
    const values = stages[stage] ?? {};
    const ofRecipe = usualSettings(entriesOf(recipes[recipe]), stage);
    const usual = ofRecipe ?? usualSettings(optional, stage);
    if (!usual) return [];
    const entries = Object.entries(explanations).map(([key, explanation]) => ({
      key,
      explanation,
      content: { value: values[key] ?? usual[key] },
      isSet: key in values,
    }));
    return [group(stage, ofRecipe ? "" : onlyWhereSet, entries)];
  });
}

const onlyWhereSet = "Measured only where one of its keys is set.";

function entriesOf({ method }: Recipe): StageEntry[] {
  const { atStart = [], inEachIteration = [], atEnd = [] } = method;
  return [...inEachIteration, ...atStart, ...atEnd];
}

/** What holds for a stage when a configuration says nothing; null where it is not among the entries. */
function usualSettings(entries: readonly StageEntry[], name: string): Values | null {
  const entry = entries.find(({ stage }) => stage.name === name);
  return entry ? (entry.stage.settings.parse(entry.settings ?? {}) as Values) : null;
}
