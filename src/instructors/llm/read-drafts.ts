import type { Json } from "../../foundation/content-key.ts";
import type { ProblemDraft } from "../instructor.ts";
import { listIn, membersOf, textIn } from "./read-answer.ts";

/**
 * The problems of an answer; null where there are none.
 *
 * An item without a question or a solution is handed on as it is: whoever judges the drafts says why it is dropped.
 */
export function readDrafts(value: Json): ProblemDraft[] | null {
  const items = listIn(value, /problem|question|item/i);
  if (!items || items.length === 0) return null;
  const drafts = items.map(readDraft);
  return drafts.some(({ question }) => question !== "") ? drafts : null;
}

function readDraft(item: Json): ProblemDraft {
  const members = membersOf(item);
  if (!members) return { question: "", solution: JSON.stringify(item) };
  return {
    question: textIn(members, /^question$/i, /^problem$/i, /question|problem/i),
    solution: textIn(members, /^solution$/i, /solution/i, /answer/i),
  };
}
