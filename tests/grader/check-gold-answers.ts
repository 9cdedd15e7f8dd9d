import type { Random } from "../../src/foundation/random.ts";
import type { Equivalence } from "../../src/graders/math/equivalence/index.ts";
import { sameValue } from "./oracle/same-value.ts";
import { perturbationsOf } from "./perturbations/index.ts";
import { rewritingsOf } from "./rewritings/index.ts";
import type { Answer, Variant } from "./variant.ts";

/** A pair of answers that was not judged as it should be. */
export interface Finding {
  gold: string;
  answer: string;
  change: string;
  expected: boolean;
  got: Equivalence;
}

/** How a grader fares on reference answers, rewritings of them and answers like them. */
export interface GoldCheck {
  answers: number;
  rewritings: number;
  perturbations: number;
  /** Answers that are not found equal to themselves: not even read as texts. */
  unread: Finding[];
  /** Rewritings that are not found equal, or not the other way round. */
  missed: Finding[];
  /** Other answers that are found equal. */
  falseAccepts: Finding[];
  /** Other answers that could not be decided. */
  undecided: Finding[];
}

const rewritingsEach = 10;

/** Judges each answer against itself, ten rewritings and some other answers, in both orders. */
export function checkGoldAnswers(
  answers: readonly Answer[],
  isEquivalent: (gold: string, answer: string) => Equivalence,
  random: Random,
): GoldCheck {
  const check: GoldCheck = {
    answers: answers.length,
    rewritings: 0,
    perturbations: 0,
    unread: [],
    missed: [],
    falseAccepts: [],
    undecided: [],
  };
  const judge = (gold: string, answer: string, change: string, expected: boolean): Finding | null => {
    const there = isEquivalent(gold, answer);
    const back = isEquivalent(answer, gold);
    const got = there.equal === expected ? back : there;
    return got.equal === expected ? null : { gold, answer, change, expected, got };
  };
  for (const answer of answers) {
    const self = judge(answer.text, answer.text, "none", true);
    if (self) check.unread.push(self);
    for (const { text, change } of rewritingsOf(answer, random, rewritingsEach)) {
      check.rewritings++;
      const finding = judge(answer.text, text, change, true);
      if (finding) check.missed.push(finding);
    }
    for (const { text, change } of [
      ...perturbationsOf(answer, random),
      ...otherAnswers(answer, answers, random),
    ]) {
      check.perturbations++;
      const finding = judge(answer.text, text, change, false);
      if (finding) (finding.got.equal === null ? check.undecided : check.falseAccepts).push(finding);
    }
  }
  return check;
}

const othersEach = 3;

/** Reference answers of other problems, where both are expressions with different values. */
function otherAnswers({ shape }: Answer, answers: readonly Answer[], random: Random): Variant[] {
  if (shape.kind !== "scalar") return [];
  return Array.from({ length: othersEach }, () => random.pick(answers))
    .filter((other) => other.shape.kind === "scalar" && sameValue(shape.text, other.shape.text) === false)
    .map(({ text }) => ({ change: "another reference answer", text }));
}
