import type { ConfigInput } from "../schema.ts";
import { lemmaTargets } from "./lemma.ts";
import type { Preset } from "./preset.ts";
import { seiInstructors, seiTargets } from "./sei.ts";

export type { Preset } from "./preset.ts";

/** Parts of configurations by name: the papers' models with their prompts, data and sizes. */
export const presets = { ...seiTargets, ...seiInstructors, ...lemmaTargets } as const satisfies Record<
  string,
  Preset
>;
export type PresetName = keyof typeof presets;

/**
 * A configuration out of presets: later ones over earlier ones, and all of them over `base` where none of them says what
 * the target is. A paper's target comes with the paper's instructor, unless another preset names one.
 */
export function configOfPresets(names: readonly PresetName[], base: ConfigInput): ConfigInput {
  const chosen = names.map((name): Partial<ConfigInput> => presets[name].config);
  const hasTarget = chosen.some(({ target }) => target !== undefined);
  const beginning = hasTarget ? presets["gpt-4o"].config : base;
  return Object.assign({}, beginning, ...chosen) as ConfigInput;
}
