import { type GradeWithBothScores, gradeWithoutAnswer, verdictOf } from "../both-scores.ts";
import { letterOfOption } from "../choice/choices.ts";
import { gradeChoice, isOptionLetter } from "../choice/grade-choice.ts";
import type { Grade, GradingContext } from "../grader.ts";
import { isEquivalent } from "./equivalence/index.ts";
import { type ExtractedAnswer, extractAnswer } from "./extraction/index.ts";
import { readGold } from "./read-gold.ts";

export interface GradeMathRequest extends GradingContext {
  /** What the model wrote. */
  readonly output: string;
  /** The reference answer, or a reference solution with a marked answer. */
  readonly gold: string;
}

export type MathGrade = GradeWithBothScores;

/**
 * Finds the answer in an output and compares it with the reference answer. A reference that is the letter of an option
 * is graded as `gradeChoice` does. An answer that cannot be compared is `undecided`, and an output without an answer is
 * what it is: `no-answer`, `empty`, `truncated` or `refused`.
 *
 * @example gradeMath({ output: "So she has \\boxed{\\frac12} left.", gold: "0.5" }).verdict // "right"
 */
export function gradeMath(request: GradeMathRequest): MathGrade {
  // An option is the answer as it stands, also where its text would be read as a solution.
  if (request.choices && letterOfOption(request.gold, request.choices)) return gradeChoice(request);
  const gold = readGold(request.gold);
  if (request.choices || isOptionLetter(gold)) return gradeChoice({ ...request, gold });
  const extraction = extractAnswer(request.output, request);
  const judge = (answer: ExtractedAnswer | null): Grade =>
    answer
      ? compare(isVerbatim(answer, request.gold) ? answer.text : gold, answer)
      : gradeWithoutAnswer(extraction);

  const flexible = judge(extraction.flexible);
  const strict = extraction.strict === extraction.flexible ? flexible : judge(extraction.strict);
  return { ...flexible, flexible: flexible.verdict, strict: strict.verdict, extraction };
}

/** References in prose are read in part: the same prose is the same answer. */
const isVerbatim = ({ text }: ExtractedAnswer, gold: string): boolean => text.trim() === gold.trim();

function compare(gold: string, { rule, text }: ExtractedAnswer): Grade {
  const { equal, how } = isEquivalent(gold, text);
  return { prediction: text, verdict: verdictOf(equal), how: `${rule}; ${how}` };
}
