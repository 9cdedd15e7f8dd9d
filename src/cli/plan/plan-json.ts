import { unpricedModels } from "../../config/model-prices.ts";
import type { Config } from "../../config/schema.ts";
import { type Amount, type AmountRange, bounds, totalOf } from "../../engine/forecast/index.ts";
import type { CostEstimate } from "./estimate-cost.ts";
import { budgetSuffices } from "./plan-notes.ts";

/** An estimate for machines: the same figures, money in US dollars, null where it is not known. */
export function planJson(estimate: CostEstimate, config: Config): string {
  const { steps, rates, sample, problems, paid, prices } = estimate;
  const value = {
    name: config.name,
    recipe: config.recipe,
    problems: problems.counts,
    notHere: problems.absent,
    sample,
    rates,
    steps: steps.map(({ step, amount, stored, tokensFrom }) => ({
      id: step.id,
      line: step.line,
      iteration: step.iteration,
      stage: step.stage.name,
      stored,
      tokensFrom,
      ...(amount === null ? { unknown: true } : rounded(amount)),
    })),
    total: rounded(totalOf(steps.flatMap(({ amount }) => amount ?? []))),
    paid,
    unpricedModels: unpricedModels(config, prices),
    ...(config.budget
      ? { budget: { ...config.budget, suffices: budgetSuffices(estimate, config.budget.usd) } }
      : {}),
  };
  return JSON.stringify(value, null, 2);
}

/** Calls and tokens are whole. */
function rounded(amounts: AmountRange): Record<string, Amount> {
  return Object.fromEntries(
    bounds.map((bound) => {
      const { calls, inputTokens, outputTokens, cost } = amounts[bound];
      return [
        bound,
        {
          calls: Math.round(calls),
          inputTokens: Math.round(inputTokens),
          outputTokens: Math.round(outputTokens),
          cost,
        },
      ];
    }),
  );
}
