import { z } from "zod";

const dollarsPerMillion = z.number().nonnegative();

/** What a model's tokens cost, in US dollars per million. */
export const TokenPrice = z.strictObject({ input: dollarsPerMillion, output: dollarsPerMillion });
export type TokenPrice = z.infer<typeof TokenPrice>;

/**
 * Prices by the id under which a model's responses are stored; null where nobody knows. A model that is not among them
 * answers in this process or from a file, and costs nothing.
 */
export const ModelPrices = z.record(z.string(), TokenPrice.nullable());
export type ModelPrices = z.infer<typeof ModelPrices>;

export const free: TokenPrice = { input: 0, output: 0 };

/** OpenAI takes half for what is answered in a batch, and so do those who offer the same interface. */
export function inBatches(price: TokenPrice | null): TokenPrice | null {
  return price && { input: price.input / 2, output: price.output / 2 };
}
