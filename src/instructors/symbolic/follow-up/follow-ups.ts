import type { Problem } from "../../../domain/problem.ts";
import { UnusableAnswerError } from "../../../foundation/errors.ts";
import { createRandom, type Random } from "../../../foundation/random.ts";
import { parseRational, toText } from "../../../mathematics/index.ts";
import { compare, multiply, type Rational, rational, subtract } from "../../../mathematics/rational.ts";
import type { FollowUpRequest, ProblemDraft } from "../../instructor.ts";
import { type ChangedProblem, changeNumber } from "./change-number.ts";

/**
 * Two questions that build on a problem and its answer: what the answer is with one number changed, and then a second
 * change on top of the first, how the two answers compare, or how much several times the last one is.
 *
 * @throws UnusableAnswerError where the solution cannot be computed anew with another number
 */
export function followUps({ problem, seed }: FollowUpRequest): ProblemDraft[] {
  const random = createRandom(seed);
  const first = changeNumber(problem, random);
  if (!first) throw new UnusableAnswerError("no number of the question can be changed without any doubt");
  const ways = random.shuffle([changedAgain, compared, severalTimes]);
  const second = ways.map((way) => way(problem, first, random)).find((draft) => draft !== null)!;
  return [changed(first, "one thing"), second];
}

const changed = ({ problem, sentence, asks }: ChangedProblem, what: string): ProblemDraft => ({
  question: [
    `Now change ${what}: ${sentence}`,
    "Everything else stays the same.",
    ...(asks ? [asks] : []),
  ].join(" "),
  solution: problem.solution,
});

function changedAgain(_: Problem, { problem, number }: ChangedProblem, random: Random): ProblemDraft | null {
  const again = changeNumber(problem, random, number);
  return again && changed(again, "one more thing");
}

function compared({ answer }: Problem, { problem: later }: ChangedProblem): ProblemDraft {
  const [smaller, larger] = [numberOf(answer), numberOf(later.answer)].sort(compare) as [Rational, Rational];
  return calculated("By how much does this answer differ from the one before it?", {
    calculation: `${toText(larger)} - ${toText(smaller)}`,
    result: subtract(larger, smaller),
  });
}

function severalTimes(_: Problem, { problem: { answer } }: ChangedProblem, random: Random): ProblemDraft {
  const times = random.integer(2, 9);
  const value = numberOf(answer);
  return calculated(`How much is ${times} times this answer?`, {
    calculation: `${times} * ${toText(value)}`,
    result: multiply(rational(times), value),
  });
}

/** Answers are read as numbers before a solution is told anew. */
const numberOf = (answer: string): Rational => parseRational(answer)!;

function calculated(
  question: string,
  { calculation, result }: { calculation: string; result: Rational },
): ProblemDraft {
  const text = toText(result);
  return { question, solution: `${calculation} = ${text}\n#### ${text}` };
}
