import { free, type ModelPrices } from "./token-price.ts";

/** Tokens that a model took in and gave out. */
export interface ModelUsage {
  model: string;
  inputTokens: number;
  outputTokens: number;
}

const million = 1_000_000;

/** What was paid for all of it, in US dollars; null where the price of a model that was used is not known. */
export function costOf(usages: readonly ModelUsage[], prices: ModelPrices): number | null {
  return sumOfCosts(
    usages.map(({ model, inputTokens, outputTokens }) => {
      const price = Object.hasOwn(prices, model) ? prices[model] : free;
      return price ? (inputTokens * price.input + outputTokens * price.output) / million : null;
    }),
  );
}

/** Costs together; null where one of them is not known. */
export function sumOfCosts(costs: readonly (number | null)[]): number | null {
  return costs.reduce((sum, cost) => (sum === null || cost === null ? null : sum + cost), 0);
}
