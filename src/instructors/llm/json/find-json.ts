import type { Json } from "../../../foundation/content-key.ts";
import { readLenientJson } from "./lenient-reader.ts";

/** Of a text full of brackets, no more than so many are tried as the beginning of the answer. */
const mostBeginnings = 200;

const beginning = /[{[]/g;

/**
 * Finds the answer in what a model wrote: the first JSON value that `accept` makes something of, whatever stands around
 * it (prose, fences, a block of reasoning). Null where there is none.
 */
export function findJson<Answer>(
  text: string,
  accept: (value: Json) => Answer | null,
): { answer: Answer; isCut: boolean } | null {
  const spoken = withoutReasoning(text);
  const beginnings = spoken.matchAll(beginning).take(mostBeginnings);
  for (const { index } of beginnings) {
    const found = readLenientJson(spoken, index);
    const answer = found && accept(found.value);
    if (found && answer !== null) return { answer, isCut: found.isCut };
  }
  return null;
}

/** What a reasoning model thinks before it answers may hold drafts of the answer. */
function withoutReasoning(text: string): string {
  const mark = "</think>";
  const end = text.lastIndexOf(mark);
  return end < 0 ? text : text.slice(end + mark.length);
}
