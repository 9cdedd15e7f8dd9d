import { costOf, type ModelPrices, sumOfCosts } from "../../models/prices/index.ts";
import { type ExpectedCalls, isOfTarget, type Rates } from "../../stages/forecast.ts";
import type { Step } from "../recipe.ts";
import { assumedLength, type Bound, bounds } from "./assumptions.ts";
import { type CallMaterial, type CallSize, callSize } from "./call-size.ts";
import { type ForecastOptions, forecastRun } from "./forecast-run.ts";
import type { Standing } from "./standing.ts";

/** Calls with what they take; the cost is in US dollars, null where a price is not known. */
export interface Amount {
  calls: number;
  inputTokens: number;
  outputTokens: number;
  cost: number | null;
}
export type AmountRange = Readonly<Record<Bound, Amount>>;

/** What a step is still to take. */
export interface StepEstimate {
  step: Step;
  /** Null where the stage cannot tell. */
  amount: AmountRange | null;
  /** Calls of it that are answered and stored: they cost nothing again. */
  stored: number;
  /** `sample` where the length of all of its calls was measured, `texts` where some of it is assumed. */
  tokensFrom: CallSize["from"];
}

export interface EstimateOptions extends Omit<ForecastOptions, "rates" | "instructor" | "known"> {
  rates: Readonly<Record<Bound, Rates>>;
  material: CallMaterial;
  /** Names under which the answers of the models are paid for. */
  models: { target: string; instructor: string };
  prices: ModelPrices;
  standing: Standing;
}

/** What the steps of a run are still to take, each within a range. */
export async function estimateRun(options: EstimateOptions): Promise<StepEstimate[]> {
  const { plan, given, rates, material, standing } = options;
  const forecasts = bounds.map((bound) => ({
    bound,
    steps: forecastRun({
      plan,
      given,
      rates: rates[bound],
      instructor: material.instructor,
      known: standing.leaves,
    }),
  }));
  return Promise.all(
    plan.goal.map(async (step, index) => {
      const stored = standing.stored(step);
      const takes = await Promise.all(
        forecasts.map(({ bound, steps }) => amountOf(steps[index]!.calls, bound, options)),
      );
      const known = takes.filter((take) => take !== null);
      const isDone = standing.isDone(step);
      return {
        step,
        amount:
          known.length === 0 ? null : rangeOf(known.map((take) => (isDone ? none : left(take, stored)))),
        stored,
        tokensFrom: known.every(({ tokensFrom }) => tokensFrom === "sample") ? "sample" : "texts",
      } as const;
    }),
  );
}

const none: Amount = { calls: 0, inputTokens: 0, outputTokens: 0, cost: 0 };

/** All of them together. */
export function totalOf(amounts: readonly AmountRange[]): AmountRange {
  const total = (bound: Bound) => amounts.reduce((sum, amount) => add(sum, amount[bound]), none);
  return { low: total("low"), expected: total("expected"), high: total("high") };
}

function add(a: Amount, b: Amount): Amount {
  return {
    calls: a.calls + b.calls,
    inputTokens: a.inputTokens + b.inputTokens,
    outputTokens: a.outputTokens + b.outputTokens,
    cost: sumOfCosts([a.cost, b.cost]),
  };
}

async function amountOf(
  calls: readonly ExpectedCalls[] | null,
  bound: Bound,
  { material, models, prices }: EstimateOptions,
): Promise<(Amount & Pick<StepEstimate, "tokensFrom">) | null> {
  if (!calls) return null;
  const sized = await Promise.all(
    calls.map(async (expected) => {
      const { inputTokens, outputTokens, from } = await callSize(expected, material);
      const length = from === "sample" ? 1 : assumedLength[bound];
      const usage = {
        inputTokens: expected.count * inputTokens,
        outputTokens: expected.count * outputTokens * length,
      };
      const model = isOfTarget(expected) ? models.target : models.instructor;
      return { calls: expected.count, ...usage, cost: costOf([{ model, ...usage }], prices), from };
    }),
  );
  return {
    ...sized.reduce<Amount>(add, none),
    tokensFrom: sized.every(({ from }) => from === "sample") ? "sample" : "texts",
  };
}

/** What is left of it once `stored` of its calls are answered. */
function left({ calls, inputTokens, outputTokens, cost }: Amount, stored: number): Amount {
  const share = calls === 0 ? 0 : Math.max(0, calls - stored) / calls;
  return {
    calls: calls * share,
    inputTokens: inputTokens * share,
    outputTokens: outputTokens * share,
    cost: cost === null ? null : cost * share,
  };
}

/** Fewer wrong answers can also make more calls: the ends of the range are the least and the most of each figure. */
function rangeOf(amounts: readonly Amount[]): AmountRange {
  const expected = amounts[bounds.indexOf("expected")]!;
  const end = (choose: (...values: number[]) => number): Amount => ({
    calls: choose(...amounts.map(({ calls }) => calls)),
    inputTokens: choose(...amounts.map(({ inputTokens }) => inputTokens)),
    outputTokens: choose(...amounts.map(({ outputTokens }) => outputTokens)),
    cost: amounts.some(({ cost }) => cost === null) ? null : choose(...amounts.map(({ cost }) => cost ?? 0)),
  });
  return { low: end(Math.min), expected, high: end(Math.max) };
}
