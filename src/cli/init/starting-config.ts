import { configOfPresets, type PresetName, presets } from "../../config/presets/index.ts";
import type { ConfigInput } from "../../config/schema.ts";
import { UsageError } from "../command.ts";
import { suggest } from "../suggest.ts";
import { type ExampleName, examples } from "./examples.ts";

/** What a new configuration begins with: presets, separated by commas, or an example. */
export function startingConfig(presetList: string | undefined, example: ExampleName): ConfigInput {
  if (presetList === undefined) return examples[example];
  return configOfPresets(presetList.split(",").map(presetNamed), examples[example]);
}

function presetNamed(typed: string): PresetName {
  const name = typed.trim();
  if (Object.hasOwn(presets, name)) return name as PresetName;
  const names = Object.keys(presets);
  const [nearest] = suggest(name, names);
  throw new UsageError(
    nearest
      ? `There is no preset "${name}". Did you mean "${nearest}"?`
      : `There is no preset "${name}". The presets are ${names.join(", ")}.`,
  );
}

/** The same configuration with an instructor that reads its prompts from a folder. */
export function withPrompts(config: ConfigInput, folder: string): ConfigInput {
  const { instructor } = config;
  if (instructor?.kind !== "llm") {
    throw new UsageError("Only a language model has prompts: name it too, with --preset gpt-4o.");
  }
  return { ...config, instructor: { ...instructor, prompts: folder } };
}
