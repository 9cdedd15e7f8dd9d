import type { Arm, StageAccount } from "../report-data.ts";

/** What the stages of an iteration took in and lost; the controls choose and train alone. */
export function stagesOf(armId: string, role: Arm["role"], iteration: number): StageAccount[] {
  const account = (
    stage: string,
    total: number,
    rest: Partial<StageAccount> & { notDone?: Record<string, number> } = {},
  ): StageAccount => {
    const { notDone = {} } = rest;
    const lost = Object.values(notDone).reduce((sum, items) => sum + items, 0);
    const tokens = { calls: 0, cachedCalls: 0, inputTokens: 0, outputTokens: 0, estimatedCalls: 0, cost: 0 };
    return {
      armId,
      iteration,
      stage,
      in: total,
      done: total - lost,
      pending: 0,
      seconds: 1.2,
      ...tokens,
      ...rest,
      notDone,
    };
  };
  const trained = [
    account("train", 60 * iteration, { seconds: 18.4 }),
    account("evaluate", 650, { calls: 650, inputTokens: 52_000, outputTokens: 39_000, seconds: 9.3 }),
  ];
  if (role !== "method") return [account("choose", 60, { seconds: 0.1 }), ...trained];
  return [
    account("attempt", 800, { calls: 800, inputTokens: 60_000, outputTokens: 48_000, seconds: 11.5 }),
    account("diagnose", 340 - 60 * iteration, { notDone: { "no step to compare": 6 } }),
    account("cluster", 24),
    account("review", 12, { notDone: { "merged or excluded": 2 } }),
    account("synthesize", 260, {
      notDone: {
        "not-novel-in-pool": 38,
        "not-novel-among-kept": 51,
        "answer-disagrees": 9,
        "quota-reached": 12,
      },
      seconds: 2.8,
    }),
    account("select", 150, {
      notDone: { "below the line": 90 },
      calls: 4800,
      inputTokens: 1_104_000,
      outputTokens: 288_000,
      seconds: 41,
    }),
    ...trained,
  ];
}
