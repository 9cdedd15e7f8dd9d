import { type Box, findBoxes } from "./boxes.ts";
import type { ExtractedAnswer } from "./extraction.ts";

export interface BoxAnswers {
  /** The last box, or the list of boxes that it ends. */
  answer: ExtractedAnswer | null;
  /** Whether the text ends inside a box. */
  isCut: boolean;
}

/**
 * The answer in boxes: the last one, together with those before it that one sentence enumerates with it. A box that
 * was revised later is none of them.
 */
export function boxAnswers(text: string): BoxAnswers {
  const boxes = findBoxes(text);
  const last = boxes.at(-1);
  if (!last) return { answer: null, isCut: false };
  const isCut = !last.isClosed && text.slice(last.end).trim() === "";
  const group = lastEnumeration(text, isCut ? boxes.slice(0, -1) : boxes);
  return { answer: answerOf(text, group), isCut };
}

function answerOf(text: string, boxes: readonly Box[]): ExtractedAnswer | null {
  const [first, last] = [boxes[0], boxes.at(-1)];
  if (!first || !last) return null;
  const contents = [...new Set(boxes.map(({ start, end }) => text.slice(start, end)))];
  if (contents.length === 1) return { text: contents[0]!, rule: "boxed", start: last.start, end: last.end };
  return { text: contents.join(", "), rule: "boxed list", start: first.start, end: last.end };
}

function lastEnumeration(text: string, boxes: readonly Box[]): Box[] {
  let from = boxes.length - 1;
  while (from > 0 && isEnumerated(text.slice(boxes[from - 1]!.commandEnd, boxes[from]!.commandStart))) from--;
  return boxes.slice(Math.max(from, 0));
}

const longestGap = 80;
const mostWordsBetween = 8;
const markup = /\$|\\[()[\],;! ]|\\q?quad|\\(?:text|mbox|textrm|mathrm)\s?\{|[{}~&]|\\\\/g;
const sentenceEnd = /[.!?](?:\s|$)|:\s|\n\s*\n/;
const separatorsOnly = /^[\s,;+/|·]*$/;
const conjunction = /[,;]|\b(?:and|or|as well as)\b/i;
const conclusion =
  /\b(?:so|thus|hence|therefore|then|wait|no|not|actually|instead|but|however|correct\w*|mistake|should|gives?|giving|which|because|since|means?|implies|total|sum|checks?|now)\b/i;

/** Whether two boxes with this between them are members of one list. */
function isEnumerated(gap: string): boolean {
  if (gap.length > longestGap || /\n\s*\n/.test(gap)) return false;
  const between = gap.replaceAll(markup, " ");
  if (separatorsOnly.test(between)) return true;
  if (sentenceEnd.test(between) || conclusion.test(between) || !conjunction.test(between)) return false;
  return between.split(/\s+/).filter((word) => /\w/.test(word)).length <= mostWordsBetween;
}
