import { type GradeWithBothScores, gradeWithoutAnswer, verdictOf } from "../both-scores.ts";
import type { Grade, GradingContext } from "../grader.ts";
import { isEquivalent } from "../math/equivalence/index.ts";
import { type ExtractedAnswer, extractAnswer } from "../math/extraction/index.ts";
import { type Choice, letterOfOption, readChoices } from "./choices.ts";
import { type FoundOption, flexibleOption, strictOption } from "./find-option.ts";
import { lettersOf } from "./letters.ts";

/** Without options only letters are understood. */
export interface GradeChoiceRequest extends GradingContext {
  /** What the model wrote. */
  readonly output: string;
  /** The right option by its letter ("C", "(C)", "A, C") or by its text. */
  readonly gold: string;
}

export type ChoiceGrade = GradeWithBothScores;

/** Whether a reference answer is the letter of an option, such as "C" or "(C)". */
export const isOptionLetter = (gold: string): boolean =>
  /^[A-J]$/.test(lettersOf(gold) ?? "") && /[A-J]/.test(gold);

/**
 * Grades an answer to a multiple-choice problem: the option is found by its letter or by its text, and all that is
 * named must be what the reference names.
 *
 * @example gradeChoice({ output: "So we choose (B).", gold: "B" }).verdict // "right"
 * @example gradeChoice({ output: "It is \\boxed{0.5}", gold: "B", choices: ["2", "1/2"] }).verdict // "right"
 */
export function gradeChoice(request: GradeChoiceRequest): ChoiceGrade {
  const { output } = request;
  const extraction = extractAnswer(output, request);
  const choices = readChoices(request.choices ?? []);
  const gold =
    letterOfOption(request.gold, request.choices ?? []) ??
    lettersOf(request.gold) ??
    letterOfText(request.gold, choices);
  const judge = (option: FoundOption | null, answer: ExtractedAnswer | null): Grade => {
    if (option && gold) return compareLetters(gold, option);
    if (!answer) return gradeWithoutAnswer(extraction);
    return gold && choices.length > 0 ? compareWithAll(choices, answer) : compareTexts(request.gold, answer);
  };
  const isReadable = extraction.state === "found" || extraction.state === "none";
  const strict = isReadable ? strictOption(output, extraction, choices) : null;
  const flexible = isReadable ? flexibleOption(output, extraction, choices) : null;
  const grade = judge(flexible, extraction.flexible);
  return { ...grade, flexible: grade.verdict, strict: judge(strict, extraction.strict).verdict, extraction };
}

function compareLetters(gold: string, { letters, how }: FoundOption): Grade {
  const right = gold === letters;
  const comparison = right ? `is the option ${gold}` : `option ${letters} is not ${gold}`;
  return { prediction: letters, verdict: right ? "right" : "wrong", how: `${how}; ${comparison}` };
}

/** The answer is no option: wrong where it differs from every one, undecided where that cannot be told. */
function compareWithAll(choices: readonly Choice[], { rule, text }: ExtractedAnswer): Grade {
  const isOther = choices.every((choice) => isEquivalent(choice.text, text).equal === false);
  const how = isOther ? "it is none of the options" : "it could not be told which option it is";
  return { prediction: text, verdict: isOther ? "wrong" : "undecided", how: `${rule}; ${how}` };
}

function compareTexts(gold: string, { rule, text }: ExtractedAnswer): Grade {
  const { equal, how } = isEquivalent(gold, text);
  return { prediction: text, verdict: verdictOf(equal), how: `${rule}; ${how}` };
}

function letterOfText(gold: string, choices: readonly Choice[]): string | null {
  const matching = choices.filter(
    ({ text }) => text === gold.trim() || isEquivalent(text, gold).equal === true,
  );
  return matching.length === 1 ? matching[0]!.letter : null;
}
