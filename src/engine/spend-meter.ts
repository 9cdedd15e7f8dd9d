import type { LanguageModel, TokenUsage } from "../models/language-model.ts";
import { costOf, type ModelPrices } from "../models/prices/index.ts";
import type { RunStore } from "./run-store.ts";

/** Who is told what a run has paid for its models so far, over all processes that worked on it. */
export interface SpendMeter {
  prices: ModelPrices;
  /** US dollars; not called where the price of a model is not known. */
  onSpent(usd: number): void;
}

/** Watches what the answers of models cost together: tells it at once, and after each answer that costs something. */
export function meterSpending(
  { prices, onSpent }: SpendMeter,
  store: RunStore,
): (model: LanguageModel) => LanguageModel {
  let spent = costOf(store.usage(), prices);
  const add = (cost: number | null) => {
    spent = spent === null || cost === null ? null : spent + cost;
    if (spent !== null && spent > 0) onSpent(spent);
  };
  add(0);
  return (model) => {
    const price = (tokens: TokenUsage) => costOf([{ model: model.billedAs ?? model.id, ...tokens }], prices);
    if (price({ inputTokens: 1, outputTokens: 1 }) === 0) return model;
    return {
      ...model,
      async generate(request, signal) {
        const generation = await model.generate(request, signal);
        add(price(generation.usage));
        return generation;
      },
    };
  };
}
