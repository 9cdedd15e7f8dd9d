import { blank } from "./blank.ts";
import type { Span } from "./extraction.ts";

/**
 * Tags that models put around their reasoning. In OpenAI's harmony format the channels `analysis` and `final` play
 * the part of the tags.
 */
const openingTag =
  /<(?:\w{1,20}:)?(?:think|thinking|thoughts?|reasoning|reflection|scratchpad)>|\[THINK\]|<\|begin_of_thought\|>|◁think▷|<\|channel\|>(?:analysis|commentary)<\|message\|>/iy;
const closingTag =
  /<\/(?:\w{1,20}:)?(?:think|thinking|thoughts?|reasoning|reflection|scratchpad)>|\[\/THINK\]|<\|end_of_thought\|>|◁\/think▷|<\|channel\|>final<\|message\|>/iy;
const tagStart = /[<[◁]/g;

export interface SetAside {
  /** The text with blanks in place of reasoning; offsets are those of the original. */
  text: string;
  /** Whether the text ends inside a block of reasoning. */
  isUnclosed: boolean;
}

/**
 * Sets reasoning blocks aside: what is tried out there is no answer. A closing tag without an opening one ends a block
 * that began with the text, because chat templates put the opening tag into the prompt.
 */
export function setReasoningAside(text: string): SetAside {
  const blocks: Span[] = [];
  let open: number | null = null;
  tagStart.lastIndex = 0;
  for (let found = tagStart.exec(text); found; found = tagStart.exec(text)) {
    const start = found.index;
    if (open === null && matchesAt(openingTag, text, start)) open = start;
    else if (matchesAt(closingTag, text, start)) {
      const end = closingTag.lastIndex;
      if (open === null) blocks.length = 0;
      blocks.push({ start: open ?? 0, end });
      open = null;
    }
  }
  if (open !== null) blocks.push({ start: open, end: text.length });
  return { text: blank(text, blocks), isUnclosed: open !== null };
}

function matchesAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}
