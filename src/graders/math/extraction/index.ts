import { announcedAnswer } from "./announced.ts";
import { tagAnswer } from "./answer-tag.ts";
import { blankAsides } from "./asides.ts";
import { boxAnswers } from "./box-answers.ts";
import { endAtControlToken, startOfNextProblem } from "./end-of-turn.ts";
import type { ExtractedAnswer, Extraction, ExtractionState } from "./extraction.ts";
import { bareAnswer, boldAnswer, lastAnswer } from "./fallbacks.ts";
import { findFormulas } from "./formulas.ts";
import { hashLineAnswer } from "./hash-line.ts";
import { setReasoningAside } from "./reasoning.ts";
import { isRefusal } from "./refusal.ts";

export type {
  ExplicitRule,
  ExtractedAnswer,
  Extraction,
  ExtractionRule,
  ExtractionState,
  FallbackRule,
  Span,
} from "./extraction.ts";

export interface ExtractionOptions {
  /** How the generation ended, where that is known. */
  readonly finishReason?: "stop" | "length";
}

/**
 * Finds the answer in a free text, in time linear in its length.
 *
 * Reasoning blocks and what follows the end of the model's turn are set aside. Of the explicit marks the last one
 * counts among boxes, `####` lines, answer tags and announcements of a *final* answer; other announcements ("the answer
 * is") count where there are none of these. Fallbacks are tried in this order: the whole output when it is nothing but
 * an answer, a value in bold type in the last paragraph, the last formula or number.
 *
 * @example extractAnswer("So \\boxed{\\frac{1}{2}}.").strict // { text: "\\frac{1}{2}", rule: "boxed", start: 10, end: 21 }
 */
export function extractAnswer(output: string, options: ExtractionOptions = {}): Extraction {
  const { text, isUnclosed } = setReasoningAside(output);
  const visible = blankAsides(endAtControlToken(text));
  const { strict: explicit, isCut } = explicitAnswers(visible);
  const isRefused = explicit.length === 0 && isRefusal(visible);
  const isTruncated = isUnclosed || isCut;
  const fallbacks = isRefused || isTruncated ? [] : fallbackAnswers(visible);
  const candidates = [...explicit, ...fallbacks];
  const strict = explicit[0] ?? null;
  const flexible = candidates[0] ?? null;
  if (flexible && !isCut) return { state: "found", reason: null, strict, flexible, candidates };
  return { ...missing(), strict: null, flexible: null, candidates };

  function missing(): { state: ExtractionState; reason: string } {
    if (isUnclosed) return { state: "truncated", reason: "it ends inside its reasoning" };
    if (isCut) return { state: "truncated", reason: "it ends inside a box" };
    if (visible.trim() === "") {
      const reason = output.trim() === "" ? "the output is empty" : "nothing follows its reasoning";
      return { state: "empty", reason };
    }
    if (isRefused) return { state: "refused", reason: "it declines to answer" };
    if (options.finishReason === "length")
      return { state: "truncated", reason: "it ends at the token limit" };
    return { state: "none", reason: "no answer was found" };
  }
}

/** The answers by explicit marks, in the order of trust. */
function explicitAnswers(text: string): { strict: ExtractedAnswer[]; isCut: boolean } {
  const next = startOfNextProblem(text);
  if (next !== null) {
    const before = answersByMarks(text.slice(0, next));
    if (before.strict.length > 0) return before;
  }
  return answersByMarks(text);
}

function answersByMarks(text: string): { strict: ExtractedAnswer[]; isCut: boolean } {
  const boxes = boxAnswers(text);
  const announced = announcedAnswer({ text, formulas: findFormulas(text) });
  const decisive = [
    boxes.answer,
    hashLineAnswer(text),
    tagAnswer(text),
    announced?.rule === "final answer" ? announced : null,
  ]
    .filter((answer) => answer !== null)
    .sort((one, other) => other.end - one.end);
  return {
    strict: withoutShells(announced?.rule === "answer phrase" ? [...decisive, announced] : decisive),
    isCut: boxes.isCut,
  };
}

/** An announcement or tag around a box says the same, less exactly. */
function withoutShells(answers: readonly ExtractedAnswer[]): ExtractedAnswer[] {
  const boxed = answers.filter(({ rule }) => rule === "boxed" || rule === "boxed list");
  return answers.filter(
    (answer) =>
      boxed.includes(answer) || !boxed.some(({ start, end }) => answer.start <= start && end <= answer.end),
  );
}

function fallbackAnswers(text: string): ExtractedAnswer[] {
  const readable = { text, formulas: findFormulas(text) };
  return [bareAnswer(readable), boldAnswer(readable), lastAnswer(readable)].filter(
    (answer) => answer !== null,
  );
}
