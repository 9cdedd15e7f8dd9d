import type { StoredStep } from "../../engine/run-store.ts";
import type { StageAccount } from "../report-data.ts";

/** A step's account: from its result once it is done, from its items while it is under way. */
export function stageAccountOf(step: StoredStep): StageAccount {
  const { line, iteration, stage, calls, seconds } = step;
  return {
    armId: line,
    iteration,
    stage,
    ...(step.counts ? { ...step.counts, pending: 0 } : accountOfItems(step.items)),
    calls: calls.count,
    cachedCalls: 0,
    inputTokens: calls.inputTokens,
    outputTokens: calls.outputTokens,
    seconds,
    cost: 0,
  };
}

function accountOfItems({ total, done, failed }: StoredStep["items"]) {
  return {
    in: total,
    done,
    notDone: failed > 0 ? { "failed while the stage was under way": failed } : {},
    pending: Math.max(0, total - done - failed),
  };
}
