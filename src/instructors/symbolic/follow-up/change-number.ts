import type { Problem } from "../../../domain/problem.ts";
import type { Random } from "../../../foundation/random.ts";
import { readWorkedSolution, splitSteps, toNumber } from "../../../mathematics/index.ts";
import { rational } from "../../../mathematics/rational.ts";
import { writeLike } from "../lemma/injection/numbers.ts";
import { retell } from "../lemma/injection/retell.ts";
import { readScript, type Script } from "../lemma/injection/script.ts";
import { changeablePlaces, type Place } from "./places.ts";

/** A problem with another number in one place. */
export interface ChangedProblem {
  problem: Problem;
  /** The number, as the question now has it. */
  number: string;
  /** The sentence of the question that has it. */
  sentence: string;
  /** What is asked in the end, where that is another sentence. */
  asks: string | null;
}

/** Other numbers that are tried in a place. */
const triesPerPlace = 4;

/**
 * Puts another number into a problem, up to twice as large and down to half as large, and computes its solution anew.
 *
 * @param kept a number of the question, as it is written, that stays as it is
 * @returns null where there is no number whose change is beyond doubt and comes to sensible results
 */
export function changeNumber(problem: Problem, random: Random, kept?: string): ChangedProblem | null {
  const script = readScript(problem);
  if (!script) return null;
  const places = changeablePlaces(script).filter(
    ({ start, end }) => problem.question.slice(start, end) !== kept,
  );
  for (const place of random.shuffle(places)) {
    const value = toNumber(place.value);
    const numbers = Array.from({ length: triesPerPlace }, () =>
      random.integer(Math.ceil(value / 2), 2 * value),
    );
    for (const number of numbers) {
      const changed = withNumber(script, place, number);
      if (changed) return changed;
    }
  }
  return null;
}

function withNumber(
  script: Script,
  { start, end, step, operand }: Place,
  number: number,
): ChangedProblem | null {
  const { problem } = script;
  const value = rational(number);
  const written = writeLike(problem.question.slice(start, end), value);
  const solution = retell(script, { step, operands: new Map([[operand, value]]) });
  const answer = solution && readWorkedSolution(solution).finalAnswerText;
  if (!written || !solution || !answer || isIn(problem.question, number)) return null;
  const question = problem.question.slice(0, start) + written + problem.question.slice(end);
  const sentences = splitSteps(question);
  const sentence = sentences.find((each) => start < each.end)!;
  const last = sentences.at(-1)!;
  return {
    problem: { ...problem, question, solution, answer },
    number: written,
    sentence: sentence.text,
    asks: last === sentence ? null : last.text,
  };
}

/** Two equal numbers in a question could not be told apart. */
const isIn = (question: string, number: number): boolean =>
  question.match(/\d+/g)?.includes(`${number}`) ?? false;
