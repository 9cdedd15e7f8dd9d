import { createRandom } from "../../src/foundation/random.ts";
import { isEquivalent } from "../../src/grading.ts";
import { type FuzzOptions, fuzzedPair } from "../../tests/grader/fuzz/index.ts";
import { shortened } from "./text.ts";
import { threadMilliseconds } from "./thread-time.ts";

/** A comparison that took long. */
export interface Slow {
  pair: [string, string];
  /** Of processor time. */
  milliseconds: number;
}

const kept = 100;
const runs = 5;

/** Times comparisons of fuzzed inputs and returns the slowest hundred, each the least of five more runs. */
export function slowestOf(count: number, options: FuzzOptions): Slow[] {
  const random = createRandom("fuzz");
  let slowest: Slow[] = [];
  for (let turn = 0; turn < count; turn++) {
    const pair = fuzzedPair(options, random);
    slowest.push({ pair, milliseconds: time(pair) });
    if (slowest.length === 100 * kept) slowest = slowestFirst(slowest).slice(0, kept);
  }
  return slowestFirst(
    slowestFirst(slowest)
      .slice(0, kept)
      .map(({ pair }) => ({
        pair,
        milliseconds: Math.min(...Array.from({ length: runs }, () => time(pair))),
      })),
  );
}

const slowestFirst = (list: readonly Slow[]): Slow[] =>
  [...list].sort((one, other) => other.milliseconds - one.milliseconds);

function time([gold, answer]: [string, string]): number {
  const start = threadMilliseconds();
  try {
    isEquivalent(gold, answer);
  } catch (cause) {
    throw new Error(`The comparison of ${shortened(gold)} and ${shortened(answer)} failed.`, { cause });
  }
  return threadMilliseconds() - start;
}
