import { UnusableAnswerError } from "../../foundation/errors.ts";

/** The ways in which an instructor's answer can be unusable, as they are counted. */
const reasons = {
  empty: "instructor's answer empty",
  truncated: "instructor's answer cut at the token limit",
  refused: "instructor declined to answer",
  unreadable: "instructor's answer not the JSON asked for",
} as const;

/** An answer that cannot be used: what it is counted as in the first line, then the answer itself. */
export function unusable(reason: keyof typeof reasons, text: string): UnusableAnswerError {
  return new UnusableAnswerError([reasons[reason], text].filter((line) => line !== "").join("\n"));
}

const refusal =
  /^\W*(?:(?:i['’]?m|i am) (?:very |really |so )?sorry|sorry|i apologi[sz]e|(?:i(?:['’]m| am) (?:unable|not able)|i (?:can['’]?t|cannot|won['’]?t|will not|must decline)) (?:to )?(?:help|assist|comply|provide|answer|do|fulfil|continue|create|write|generate))/i;

/** Whether a text declines to answer; it is asked only of texts in which no answer was found. */
export function isRefusal(text: string): boolean {
  return refusal.test(text.trim());
}
