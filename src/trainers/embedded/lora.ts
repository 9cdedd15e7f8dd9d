import { ErrataError } from "../../foundation/errors.ts";
import type { Random } from "../../foundation/random.ts";
import {
  type Adapter,
  adaptedModules,
  type LayerModule,
  type LlamaConfig,
  layerModules,
  moduleShape,
} from "../../models/embedded/index.ts";

export interface LoraSettings {
  rank: number;
  alpha: number;
  targetModules: readonly LayerModule[];
}

/** @throws ErrataError for a name that is no linear map of a Llama layer */
export function parseTargetModules(names: readonly string[]): LayerModule[] {
  const known = Object.keys(layerModules) as LayerModule[];
  const unknown = names.filter((name) => !known.includes(name as LayerModule));
  if (unknown.length > 0 || names.length === 0)
    throw new ErrataError(
      `The target modules of the training name ${unknown.join(", ") || "no module"}, which the model does not have.`,
      { advice: `Choose from ${known.join(", ")}.` },
    );
  return known.filter((name) => names.includes(name));
}

/** A new adapter as PEFT begins one: A uniform in ±1/√in (Kaiming's with a = √5), B zero. */
export function initializeAdapter(config: LlamaConfig, settings: LoraSettings, random: Random): Adapter {
  const { rank, alpha, targetModules } = settings;
  const matrices: Adapter["matrices"] = new Map();
  for (const { path, module } of adaptedModules(config, targetModules)) {
    const [out, input] = moduleShape(config, module);
    const bound = 1 / Math.sqrt(input);
    const a = Float32Array.from({ length: rank * input }, () => (2 * random.next() - 1) * bound);
    matrices.set(path, {
      a: { shape: [rank, input], data: a },
      b: { shape: [out, rank], data: new Float32Array(out * rank) },
    });
  }
  return { rank, alpha, targetModules: [...targetModules], matrices };
}

/** @throws ErrataError when training cannot go on with an adapter because its settings are others */
export function requireSameSettings(adapter: Adapter, settings: LoraSettings, directory: string): void {
  const same =
    adapter.rank === settings.rank &&
    adapter.alpha === settings.alpha &&
    adapter.targetModules.toSorted().join() === settings.targetModules.toSorted().join();
  if (same) return;
  throw new ErrataError(
    `The adapter ${directory} has rank ${adapter.rank}, alpha ${adapter.alpha} and the modules ` +
      `${adapter.targetModules.join(", ")}; the training asks for rank ${settings.rank}, alpha ${settings.alpha} and ` +
      `${settings.targetModules.join(", ")}.`,
    { advice: "Continue with the settings of the adapter, or train from scratch." },
  );
}
