import { calcPrice, type ModelPrice } from "@pydantic/genai-prices";
import type { TokenPrice } from "./token-price.ts";

/** A model as the list of prices knows it: by its provider, or by the address under which it is called. */
export interface ListedModel {
  model: string;
  provider?: string;
  baseUrl?: string;
}

/**
 * What a model's tokens cost at an instant, by the list of `@pydantic/genai-prices`; null where the list does not hold
 * it, or where it is not paid by the token alone. Discounts for cached prompts and batches are left out, so that what is
 * paid is no more.
 */
export function listedPrice({ model, provider, baseUrl }: ListedModel, at: Date): TokenPrice | null {
  const where = baseUrl === undefined ? { providerId: provider ?? "" } : { providerApiUrl: baseUrl };
  const found = calcPrice({ input_tokens: 1, output_tokens: 1 }, model, { ...where, timestamp: at });
  if (!found || found.model_price.requests_kcount !== undefined) return null;
  const input = perMillion(found.model_price.input_mtok);
  const output = perMillion(found.model_price.output_mtok);
  return input === undefined || output === undefined ? null : { input, output };
}

/** The dearer tiers begin at prompts of 100,000 tokens and more: none here is nearly as long. */
function perMillion(price: ModelPrice[string]): number | undefined {
  return typeof price === "object" ? price.base : price;
}
