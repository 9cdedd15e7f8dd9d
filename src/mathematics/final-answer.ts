import { divide, negate, type Rational } from "./rational.ts";
import { type Token, tokenize } from "./tokens.ts";

export interface FinalAnswer {
  /** Lines before this one, counted from 0, can hold calculations. */
  readonly line: number;
  /** Null where what is stated is no number. */
  readonly value: Rational | null;
  readonly text: string;
}

const answerLine = /^\s*(?:####|A:)\s*(.*)$/;
const answerSentence = /\banswer is:?\s+(.*)$/i;

/** The last final answer stated: `#### 24`, `A: 24` on a line of its own, or "The answer is 24 clips". */
export function readFinalAnswer(lines: readonly string[]): FinalAnswer | null {
  for (let line = lines.length - 1; line >= 0; line--) {
    const content = lines[line]!;
    const own = answerLine.exec(content);
    if (own?.[1]) return { line, value: firstNumber(own[1]), text: own[1].trim() };
    // The sentence can hold the last calculation as well: "The answer is 20 + 4 = 24".
    const sentence = answerSentence.exec(content)?.[1]?.split("=").at(-1);
    if (sentence) return { line: line + 1, value: firstNumber(sentence), text: sentence.trim() };
  }
  return null;
}

/** The first number of a text; "3/4" is one. */
function firstNumber(text: string): Rational | null {
  const tokens = tokenize(text.replace(/<<[^<>]*>>/g, ""));
  const at = tokens.findIndex(({ kind }) => kind === "number" || kind === "other");
  const first = tokens[at];
  if (first?.kind !== "number") return null;
  const magnitude = dividedBy(first.value, tokens.slice(at + 1));
  const sign = tokens[at - 1];
  return sign?.kind === "operator" && sign.operator === "-" ? negate(magnitude) : magnitude;
}

function dividedBy(value: Rational, rest: readonly Token[]): Rational {
  const [slash, divisor] = rest;
  if (slash?.text !== "/" || divisor?.kind !== "number" || divisor.value.numerator === 0n) return value;
  return divide(value, divisor.value);
}
