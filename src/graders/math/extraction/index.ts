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
  readonly finishReason?: "stop" | "length" | undefined;
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
  if (plainNumber.test(output)) return plainNumberExtraction(output);
  const { text, isUnclosed } = setReasoningAside(output);
  const visible = blankAsides(endAtControlToken(text));
  const { answers, isCut } = explicitAnswers(visible);
  const strict = isCut ? null : (answers[0] ?? null);
  const isRefused = answers.length === 0 && isRefusal(visible);
  const mayFallBack = !isUnclosed && !isCut && !isRefused;
  const fallbacks = lazily(() => (mayFallBack ? fallbackAnswers(visible) : []));
  const flexible = strict ?? fallbacks()[0] ?? null;
  return {
    ...(flexible ? { state: "found", reason: null } : missing()),
    strict,
    flexible,
    // What nobody asks for is not looked for.
    get candidates() {
      return [...answers, ...fallbacks()];
    },
  };

  function missing(): { state: ExtractionState; reason: string } {
    if (isUnclosed) return { state: "truncated", reason: "it ends inside its reasoning" };
    if (isCut) return { state: "truncated", reason: "it ends inside a box" };
    if (visible.trim() === "") {
      const reason = output.trim() === "" ? "the output is empty" : "nothing follows its reasoning";
      return { state: "empty", reason };
    }
    if (isRefused) return { state: "refused", reason: "it declines to answer" };
    if (options.finishReason === "length") {
      return { state: "truncated", reason: "it ends at the token limit, without an answer" };
    }
    return { state: "none", reason: "no answer was found" };
  }
}

/** The most frequent output that is nothing but an answer; the rules would find the same. */
const plainNumber = /^[-+]?\$?\d[\d,]{0,30}(?:\.\d{1,30})?$/;

function plainNumberExtraction(output: string): Extraction {
  const answer: ExtractedAnswer = { text: output, rule: "whole output", start: 0, end: output.length };
  return { state: "found", reason: null, strict: null, flexible: answer, candidates: [answer] };
}

function lazily<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

interface ExplicitAnswers {
  /** In the order of trust. */
  answers: ExtractedAnswer[];
  /** Whether the text ends inside a box. */
  isCut: boolean;
}

/** A model that goes on with another problem has answered its own before. */
function explicitAnswers(text: string): ExplicitAnswers {
  const next = startOfNextProblem(text);
  if (next !== null) {
    const before = markedAnswers(text.slice(0, next));
    if (before.answers.length > 0) return before;
  }
  return markedAnswers(text);
}

function markedAnswers(text: string): ExplicitAnswers {
  const { answer: boxed, isCut } = boxAnswers(text);
  const announced = announcedAnswer(text);
  const isFinal = announced?.rule === "final answer";
  const decisive = [boxed, hashLineAnswer(text), tagAnswer(text), isFinal ? announced : null]
    .filter((answer) => answer !== null)
    .sort((one, other) => other.end - one.end);
  const answers = announced && !isFinal ? [...decisive, announced] : decisive;
  return { answers: withoutShells(answers), isCut };
}

/** An announcement or tag around a box says the same, less exactly. */
function withoutShells(answers: ExtractedAnswer[]): ExtractedAnswer[] {
  const boxed = answers.find(({ rule }) => rule === "boxed" || rule === "boxed list");
  if (!boxed) return answers;
  const isShell = ({ start, end }: ExtractedAnswer) => start <= boxed.start && boxed.end <= end;
  return answers.filter((answer) => answer === boxed || !isShell(answer));
}

function fallbackAnswers(text: string): ExtractedAnswer[] {
  const readable = { text, formulas: findFormulas(text) };
  return [bareAnswer(readable), boldAnswer(readable), lastAnswer(readable)].filter(
    (answer) => answer !== null,
  );
}
