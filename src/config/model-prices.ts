import {
  type AiSdkSettings,
  batchSettingsOf,
  billedFineTuned,
  billedInBatches,
  modelSource,
} from "../models/ai-sdk/index.ts";
import {
  free,
  inBatches,
  isLoopback,
  listedPrice,
  type ModelPrices,
  type TokenPrice,
} from "../models/prices/index.ts";
import type { Config } from "./schema.ts";
import { mayBeHosted } from "./servable.ts";

/**
 * The prices of the models that a configuration calls: the user's own, else those that the run was begun with, else
 * those listed at `instant` (ISO). A model that was priced once keeps its price, so that equal runs tell equal costs.
 */
export function modelPrices(
  config: Pick<Config, "target" | "instructor" | "trainer" | "prices">,
  options: { earlier?: ModelPrices; instant: string },
): ModelPrices {
  const { earlier = {}, instant } = options;
  const pricesOf = ({ settings, id }: PricedModel): ModelPrices => {
    const own = ownPrice(config.prices, nameOf(settings));
    const price = own ?? earlier[id] ?? usualPrice(settings, new Date(instant));
    // Answers from before there were batches are kept, and were paid for in full.
    return { [id]: price, ...(batchSettingsOf(settings) ? { [billedInBatches(id)]: inBatches(price) } : {}) };
  };
  const called = calledModels(config).map((settings) => ({ settings, id: modelSource(settings, {}).id }));
  return Object.assign({ ...earlier }, ...[...called, ...fineTunedModels(config)].map(pricesOf));
}

interface PricedModel {
  settings: AiSdkSettings;
  /** The name under which its answers are paid for. */
  id: string;
}

/**
 * The models that a provider trains during the run, under a name by which the list prices all of one base: OpenAI's
 * begin with it.
 */
function fineTunedModels(config: Pick<Config, "target" | "trainer">): PricedModel[] {
  const { target } = config;
  if (!mayBeHosted(config)) return [];
  if (target.kind !== "openai" && target.kind !== "openai-compatible") return [];
  const settings = { ...target, model: `ft:${target.model}` };
  return [{ settings, id: billedFineTuned(modelSource(target, {}).id) }];
}

/** Models of the AI SDK: the others answer in this process or from a file. */
function calledModels({ target, instructor }: Pick<Config, "target" | "instructor">): AiSdkSettings[] {
  const models = [target, ...(instructor.kind === "llm" ? [instructor.model] : [])];
  return models.filter(isCalled);
}

const uncalled = ["embedded", "llama-cpp", "replay", "command"] as const;

const isCalled = (settings: { kind: string }): settings is AiSdkSettings =>
  !uncalled.some((kind) => kind === settings.kind);

const nameOf = (settings: AiSdkSettings): string =>
  settings.kind === "ai-sdk" ? settings.model.modelId : settings.model;

function ownPrice(prices: Config["prices"], model: string): TokenPrice | undefined {
  return Object.hasOwn(prices, model) ? prices[model] : undefined;
}

function usualPrice(settings: AiSdkSettings, at: Date): TokenPrice | null {
  const model = nameOf(settings);
  if (settings.kind === "ai-sdk") {
    // The AI SDK names the interface beside the provider: "mistral.chat".
    const [provider = ""] = settings.model.provider.split(".");
    return listedPrice({ provider, model }, at);
  }
  const { kind, baseUrl } = settings;
  if (baseUrl === undefined) return listedPrice({ provider: kind, model }, at);
  return isLoopback(baseUrl) ? free : listedPrice({ baseUrl, model }, at);
}

/** The name under which new answers of the model with this id are paid for. */
export function billedName(config: Pick<Config, "target" | "instructor">, id: string): string {
  const isInBatches = calledModels(config).some(
    (settings) => modelSource(settings, {}).id === id && batchSettingsOf(settings) !== undefined,
  );
  return isInBatches ? billedInBatches(id) : id;
}

/** Names of the models that a configuration calls and whose price is not known, as `prices` takes them. */
export function unpricedModels(config: Pick<Config, "target" | "instructor">, prices: ModelPrices): string[] {
  const unpriced = calledModels(config).filter((settings) => prices[modelSource(settings, {}).id] === null);
  return [...new Set(unpriced.map(nameOf))];
}
