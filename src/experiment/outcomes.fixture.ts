import { parseConfig } from "../config/load.ts";
import type { CellOutcome } from "./cell-outcome.ts";

const config = parseConfig(
  { target: { kind: "embedded" }, data: { seeds: { wordProblems: "train", count: 8 } } },
  "a test",
);

/**
 * A finished cell; a letter of a benchmark is a problem: `+` solved after, `-` not. The base model solves the first, and
 * does not mark its answer there.
 */
export function outcomeOf(
  variation: string,
  seed: string,
  benchmarks: Record<string, string>,
  more: Partial<CellOutcome> = {},
): CellOutcome {
  return {
    cell: { id: `${variation}-${seed}`, variation, seed, config },
    benchmarks: new Map(
      Object.entries(benchmarks).map(([name, marks]) => [
        name,
        [...marks].map((mark, index) => ({
          key: `p${index}`,
          before: index === 0,
          after: mark === "+",
          marked: { before: index > 0, after: true },
        })),
      ]),
    ),
    examples: 6,
    calls: 20,
    inputTokens: 2_000,
    outputTokens: 400,
    cost: 0.5,
    newCalls: 10,
    seconds: 30,
    unanswered: 0,
    ...more,
  };
}
