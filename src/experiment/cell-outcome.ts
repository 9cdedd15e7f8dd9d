import type { RunStore, StoredStep } from "../engine/run-store.ts";
import { costOf, type ModelPrices } from "../models/prices/index.ts";
import type { Cell } from "./cells.ts";
import { type IterationOutcome, readIterations } from "./iteration-outcomes.ts";
import type { ProblemOutcome } from "./problem-outcomes.ts";

/** What a finished cell measured and took. */
export interface CellOutcome {
  cell: Cell;
  iterations: readonly IterationOutcome[];
  /** After the last of them. */
  benchmarks: ReadonlyMap<string, readonly ProblemOutcome[]>;
  /** Behind the last adapter; null where nothing was trained. */
  examples: number | null;
  /** What it would take alone: answers that it shares with other cells count here, too. */
  calls: number;
  inputTokens: number;
  outputTokens: number;
  /** US dollars; null where a price is not known. */
  cost: number | null;
  /** Calls that no cell before it had made. */
  newCalls: number;
  /** Worked on it; answers that were shared took no time. */
  seconds: number;
  /** Items that got no answer and are asked again by the same command. */
  unanswered: number;
}

/** Reads what a cell measured and took out of its run: of the method alone, not of controls beside it. */
export function readCellOutcome(
  cell: Cell,
  run: { store: RunStore; prices: ModelPrices },
  newCalls: number,
): CellOutcome {
  const { store, prices } = run;
  const steps = store.steps().filter(({ line }) => line === "method");
  const ids = new Set(steps.map(({ id }) => id));
  const sum = (figure: (step: StoredStep) => number) =>
    steps.reduce((total, step) => total + figure(step), 0);
  const training = steps.findLast(({ stage, state }) => stage === "train" && state === "done");
  const adapter = training && store.artifacts(training.id, "adapters").at(-1);
  const iterations = readIterations(store, steps);
  return {
    cell,
    iterations,
    benchmarks: iterations.at(-1)?.benchmarks ?? new Map(),
    examples: adapter?.examples ?? null,
    calls: sum(({ calls }) => calls.count),
    inputTokens: sum(({ calls }) => calls.inputTokens),
    outputTokens: sum(({ calls }) => calls.outputTokens),
    cost: costOf(
      store.usage().filter(({ step }) => ids.has(step)),
      prices,
    ),
    newCalls,
    seconds: sum(({ seconds }) => seconds),
    unanswered: sum(({ unanswered }) => unanswered),
  };
}
