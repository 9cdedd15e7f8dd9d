import type { StepUsage, StoredStep } from "../../engine/run-store.ts";
import { costOf, type ModelPrices } from "../../models/prices/index.ts";
import type { StageAccount } from "../report-data.ts";

/** A step's account, with the cost of what it used. */
export function stageAccountOf(
  step: StoredStep,
  usage: readonly StepUsage[],
  prices: ModelPrices,
): StageAccount {
  const { line, iteration, stage, calls, seconds } = step;
  return {
    armId: line,
    iteration,
    stage,
    ...itemAccountOf(step),
    calls: calls.count,
    cachedCalls: 0,
    inputTokens: calls.inputTokens,
    outputTokens: calls.outputTokens,
    estimatedCalls: usage.reduce((sum, { estimatedCalls }) => sum + estimatedCalls, 0),
    seconds,
    cost: costOf(usage, prices),
  };
}

/** What became of a step's items: by its result once it is done, by what is stored while it is under way. */
export function itemAccountOf({
  counts,
  items,
}: StoredStep): Pick<StageAccount, "in" | "done" | "notDone" | "pending"> {
  if (counts) return { in: counts.in, done: counts.done, notDone: counts.notDone, pending: 0 };
  const { total, done, failed } = items;
  return {
    in: total,
    done,
    notDone: failed > 0 ? { "failed while the stage was under way": failed } : {},
    pending: Math.max(0, total - done - failed),
  };
}
