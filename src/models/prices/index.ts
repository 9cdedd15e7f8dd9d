export { costOf, type ModelUsage, sumOfCosts } from "./cost.ts";
export { listedPrice } from "./listed-price.ts";
export { isLoopback } from "./loopback.ts";
export { free, inBatches, ModelPrices, TokenPrice } from "./token-price.ts";
