import { equals, isInteger, type Rational, rational, toNumber } from "../../../mathematics/rational.ts";
import { type Token, tokenize } from "../../../mathematics/tokens.ts";
import type { Script } from "../lemma/injection/script.ts";
import { isConversion } from "../lemma/injection/specimen.ts";

/** A number of a question that can be another one without any doubt about what follows from it. */
export interface Place {
  readonly value: Rational;
  /** Where it stands in the question. */
  readonly start: number;
  readonly end: number;
  /** The one calculation that takes it in, and as which of its numbers. */
  readonly step: number;
  readonly operand: number;
}

/**
 * The numbers of a question that can be changed: whole numbers in digits that stand in the question once, go into one
 * calculation, and can be nothing else there. A solution in which a number is used that may come from somewhere else has
 * no such place, because nobody can say whether that number would still be the same (how many full boxes there are);
 * neither has a question that sets limits, which another number could pass.
 */
export function changeablePlaces(script: Script): Place[] {
  const { question } = script.problem;
  const given = numbersIn(question);
  const uses = numbersTakenIn(script);
  if (limits.test(question) || !uses.every((use) => isExplained(script, use, given, uses))) return [];
  return given.flatMap(({ value, start, end, isPlain }) => {
    const [use, ...more] = uses.filter((each) => equals(each.value, value));
    const isResult = script.steps.some(({ stated }) => equals(stated, value));
    const isToldAgain = countOf(script.loose.flat(), value) > 0;
    const isClear = isPlain && countOf(given, value) === 1 && !isResult && !isToldAgain;
    if (!use || more.length > 0 || !isClear || isFactorBySize(value)) return [];
    return [{ value, start, end, step: use.step, operand: use.operand }];
  });
}

type Use = Pick<Place, "value" | "step" | "operand">;

/** The numbers of the calculations that no earlier step gives. */
function numbersTakenIn({ steps }: Script): Use[] {
  return steps.flatMap(({ operands }, step) =>
    operands.flatMap(({ value, source }, operand) => (source === null ? [{ value, step, operand }] : [])),
  );
}

/** A number that comes from somewhere else is hardly larger. */
const largestSmall = 20;

/**
 * Whether a number of a calculation is one of the question. A small one can equal another by chance: it must be given as
 * often as it is used. A larger one may also be a factor between units, or the hundred of a percentage.
 */
function isExplained(
  script: Script,
  { value, step, operand }: Use,
  given: readonly Mention[],
  uses: readonly Use[],
): boolean {
  const times = countOf(
    given.filter(({ isNumber }) => isNumber),
    value,
  );
  if (toNumber(value) <= largestSmall) return countOf(uses, value) <= times;
  const isHundred = equals(value, hundred) && script.percentages.length > 0;
  return times > 0 || isHundred || isConversion(script, step, operand);
}

const hundred = rational(100);

const countOf = (numbers: readonly { value: Rational }[], value: Rational): number =>
  numbers.filter((number) => equals(number.value, value)).length;

/** What can be a factor between units is not changed. */
const isFactorBySize = (value: Rational): boolean =>
  [7, 12, 24, 30, 52, 60, 100, 365, 1000].some((factor) => equals(rational(factor), value));

/** Words by which a rule of the question holds for some numbers and not for others. */
const limits =
  /\b(?:at (?:least|most)|or (?:more|less|fewer|above|over)|exceed\w*|minimum|maximum|limit\w*|up to|until|unless|afford|every \d+)\b/i;

/** A number that a question speaks of. */
interface Mention {
  value: Rational;
  start: number;
  end: number;
  /** Whether it is a number, in digits or in words, and no word that only hints at one ("both"). */
  isNumber: boolean;
  /** Whether another number could stand there. */
  isPlain: boolean;
}

function numbersIn(question: string): Mention[] {
  return tokenize(question).flatMap((token): Mention[] => {
    const { start, end } = token;
    if (token.kind === "number") {
      return [{ value: token.value, start, end, isNumber: true, isPlain: isPlainAt(question, token) }];
    }
    const words = token.text.toLowerCase().split(/[-/'’]/);
    return words.flatMap((word) => {
      const value = numberWords[word] ?? hints[word];
      const isNumber = word in numberWords;
      return value === undefined ? [] : [{ value: rational(value), start, end, isNumber, isPlain: false }];
    });
  });
}

/** Two or more in digits, and no part of a fraction, a percentage, a clock time or a word. */
function isPlainAt(question: string, { value, text, start, end }: Token & { kind: "number" }): boolean {
  const follows = /[/:.–-]\s*$/.test(question.slice(0, start));
  const isFollowed = /^\s*(?:[%/:–-]|percent\b)|^\p{L}/u.test(question.slice(end));
  return /^[\d,]+$/.test(text) && isInteger(value) && value.numerator > 1n && !follows && !isFollowed;
}

const numberWords: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  twice: 2,
  double: 2,
  doubles: 2,
  doubled: 2,
  half: 2,
  three: 3,
  thrice: 3,
  triple: 3,
  triples: 3,
  tripled: 3,
  third: 3,
  thirds: 3,
  four: 4,
  fourth: 4,
  fourths: 4,
  quarter: 4,
  quarters: 4,
  quadruple: 4,
  five: 5,
  fifth: 5,
  fifths: 5,
  six: 6,
  sixth: 6,
  seven: 7,
  eight: 8,
  eighth: 8,
  nine: 9,
  ten: 10,
  tenth: 10,
  eleven: 11,
  twelve: 12,
  dozen: 12,
  fifteen: 15,
  twenty: 20,
};

const hints: Readonly<Record<string, number>> = {
  once: 1,
  single: 1,
  both: 2,
  couple: 2,
  pair: 2,
  halves: 2,
  second: 2,
};
