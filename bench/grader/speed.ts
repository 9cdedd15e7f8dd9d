import { isEquivalent } from "../../src/grading.ts";
import { processorSeconds } from "../novelty/processor-time.ts";
import type { JudgedPair } from "./pairs.ts";

/** Verdicts a second of processor time, after a first round in which the code is compiled. */
export function verdictsPerSecond(pairs: readonly JudgedPair[]): number {
  const judgeAll = () => {
    for (const { gold, answer } of pairs) isEquivalent(gold, answer);
  };
  judgeAll();
  const start = processorSeconds();
  judgeAll();
  return Math.round(pairs.length / (processorSeconds() - start));
}
