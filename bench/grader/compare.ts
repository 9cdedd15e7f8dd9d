import { isEquivalent } from "../../src/grading.ts";
import { judgeWithMathVerify, type PeerVerdict } from "./math-verify.ts";
import { judgeCase, type MathVerifyCase } from "./math-verify-cases.ts";
import type { JudgedPair } from "./pairs.ts";
import { threadMilliseconds } from "./thread-time.ts";

/** How a grader fares on a set of pairs. */
export interface Figures {
  pairs: number;
  /** Share of the pairs judged as they should be. */
  agreement: number;
  perSecond: number;
}

/** Ours and Math-Verify's figures on one set; Math-Verify's are null where it could not be run. */
export interface Comparison {
  ours: Figures;
  theirs: Figures | null;
}

type Judged = JudgedPair & { judge(): boolean | null };

/**
 * Judges the cases of Math-Verify's tests and further pairs with both graders, and adds a row for all of them. Says so
 * where Math-Verify could not be run.
 */
export async function compareWithMathVerify(
  cases: readonly MathVerifyCase[],
  further: Record<string, readonly JudgedPair[]>,
): Promise<Record<string, Comparison>> {
  const sets: Record<string, readonly Judged[]> = { "math_verify.jsonl": cases.map(caseToJudge) };
  for (const [name, pairs] of Object.entries(further)) sets[name] = pairs.map(pairToJudge);
  const all = Object.values(sets).flat();
  // The first round is for the compiler, as Math-Verify's process has one pair before the clock starts.
  for (const { judge } of all) judge();
  const ours = all.map(judgeTimed);
  const theirs = await judgeWithMathVerify(all);
  if (typeof theirs === "string") console.log(theirs);
  const compare = (from: number, set: readonly Judged[]): Comparison => ({
    ours: figures(set, ours.slice(from)),
    theirs: typeof theirs === "string" ? null : figures(set, theirs.slice(from)),
  });
  const comparisons: Record<string, Comparison> = {};
  for (const [name, set] of Object.entries(sets)) comparisons[name] = compare(all.indexOf(set[0]!), set);
  return { ...comparisons, all: compare(0, all) };
}

const caseToJudge = (one: MathVerifyCase): Judged => ({
  ...one,
  bare: false,
  judge: () => judgeCase(one).equal,
});

const pairToJudge = (pair: JudgedPair): Judged => ({
  ...pair,
  judge: () => isEquivalent(pair.gold, pair.answer).equal,
});

function judgeTimed({ judge }: Judged): PeerVerdict {
  const start = threadMilliseconds();
  const equal = judge();
  return { equal, seconds: (threadMilliseconds() - start) / 1000 };
}

function figures(pairs: readonly JudgedPair[], verdicts: readonly PeerVerdict[]): Figures {
  const agreeing = pairs.filter(({ equal }, place) => verdicts[place]!.equal === equal).length;
  const seconds = pairs.reduce((sum, _, place) => sum + verdicts[place]!.seconds, 0);
  return { pairs: pairs.length, agreement: agreeing / pairs.length, perSecond: pairs.length / seconds };
}
