import { ErrataError } from "../foundation/errors.ts";
import { givenText } from "../models/given-text.ts";
import type { Generation, GenerationRequest, LanguageModel } from "../models/language-model.ts";
import { costOf, type ModelPrices } from "../models/prices/index.ts";
import type { RunStore } from "./run-store.ts";

/** What a run may pay for its models, over all processes that work on it. */
export interface Budget {
  usd: number;
  /** Of every model that is paid for. */
  prices: ModelPrices;
}

/** The next call might cost more than is left. What was paid for is stored. */
export class BudgetReachedError extends ErrataError {
  override readonly name = "BudgetReachedError";
  readonly isBudgetReached = true;

  static override isInstance(error: unknown): error is BudgetReachedError {
    return error instanceof Error && "isBudgetReached" in error;
  }
}

/**
 * Models that keep within a budget together: a call is sent only where what was paid, with the most that this call and
 * those in flight can cost, stays within it. Where only calls in flight stand in the way, it waits for them to end.
 * Tries that got no answer are not counted, as nobody tells what they cost.
 *
 * The models throw a `BudgetReachedError`, and from then on always. Where a price is not known nothing is sent.
 */
export function keepWithinBudget(budget: Budget, store: RunStore): (model: LanguageModel) => LanguageModel {
  const account = openAccount(budget, store);
  return (model) => {
    const price = (tokens: Generation["usage"]) =>
      costOf([{ model: model.billedAs ?? model.id, ...tokens }], budget.prices) ?? Number.POSITIVE_INFINITY;
    const isFree = price({ inputTokens: 1, outputTokens: 1 }) === 0;
    if (isFree) return model;
    return {
      id: model.id,
      ...(model.billedAs === undefined ? {} : { billedAs: model.billedAs }),
      concurrency: model.concurrency,
      async generate(request, signal) {
        const settle = await account.reserve(price(mostTokens(request)), signal);
        try {
          const generation = await model.generate(request, signal);
          settle(price(generation.usage));
          return generation;
        } catch (error) {
          settle(0);
          throw error;
        }
      },
    };
  };
}

/** A token is at least a byte of the prompt. */
function mostTokens(request: GenerationRequest) {
  const { jsonSchema, maxOutputTokens } = request;
  const given = `${givenText(request)}${jsonSchema ? JSON.stringify(jsonSchema) : ""}`;
  return { inputTokens: Buffer.byteLength(given), outputTokens: maxOutputTokens };
}

function openAccount({ usd, prices }: Budget, store: RunStore) {
  let inFlight = 0;
  /** The most that the calls in flight can cost together: there may be tens of thousands. */
  let reserved = 0;
  let paid = costOf(store.usage(), prices) ?? Number.POSITIVE_INFINITY;
  let reached: BudgetReachedError | undefined;
  let settled = Promise.withResolvers<void>();

  const fits = (most: number) => paid + reserved + most <= usd;

  return {
    /** Sets aside the most that a call can cost; the returned function says what it did cost. */
    async reserve(most: number, signal?: AbortSignal): Promise<(cost: number) => void> {
      while (!reached && !fits(most)) {
        if (inFlight === 0) reached = budgetReached(usd, paid, most);
        else await settled.promise;
        signal?.throwIfAborted();
      }
      if (reached) throw reached;
      inFlight += 1;
      reserved += most;
      return (cost) => {
        inFlight -= 1;
        // Sums of fractions drift.
        reserved = inFlight === 0 ? 0 : reserved - most;
        paid += cost;
        settled.resolve();
        settled = Promise.withResolvers();
      };
    },
  };
}

/** Throws an `ErrataError` where a budget cannot be kept because the price of a model is not known. */
export function refuseUnknownPrices({ prices }: Budget): void {
  const unpriced = Object.keys(prices).filter((model) => prices[model] === null);
  if (unpriced.length === 0) return;
  throw new ErrataError(`A budget cannot be kept: the price is not known of ${unpriced.join(", ")}.`, {
    advice: "Give its price under `prices` in the configuration, or leave `budget` out.",
  });
}

function budgetReached(usd: number, paid: number, most: number): BudgetReachedError {
  return new BudgetReachedError(
    `The budget of $${usd} is reached: $${paid.toFixed(4)} are paid, and the next call may cost $${most.toFixed(4)}.`,
    {
      advice:
        "Raise `budget.usd` in the configuration and give the same command again: it goes on from here.",
    },
  );
}
