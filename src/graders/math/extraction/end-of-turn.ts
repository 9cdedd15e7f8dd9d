import { blank } from "./blank.ts";
import type { Span } from "./extraction.ts";

/** Control tokens after which the output is no longer the model's answer. */
const endToken =
  /<\|(?:im_end|eot_id|eom_id|end_of_text|endoftext|end|return|user|end_of_sentence)\|>|<\/s>|<end_of_turn>|<eos>|<\|im_start\|>\s?user|<\|start_header_id\|>user|<｜end▁of▁sentence｜>/;
const controlToken = /<\|[a-z_]{1,30}\|>/g;

/** Where a model that was not stopped goes on with a problem of its own making. */
const nextProblem =
  /\n[ \t]{0,8}(?:#{1,6} ?|\*\*)?(?:Question|Problem|Instruction|Human|User|Q)(?: ?\d{1,4})?(?:\*\*)?:/g;

/** Blanks control tokens and everything after the token that ends the model's turn. */
export function endAtControlToken(text: string): string {
  if (!text.includes("<")) return text;
  const start = text.search(controlToken) === -1 ? 0 : firstContent(text);
  const end = endToken.exec(text.slice(start));
  const turn = end ? blank(text, [{ start: start + end.index, end: text.length }]) : text;
  return blank(turn, spansOf(controlToken, turn));
}

/** A text may begin with the tokens that open the model's turn. */
function firstContent(text: string): number {
  const opening = /^(?:\s|<\|(?:im_start|start|begin_of_text)\|>\s?(?:assistant)?){1,8}/.exec(text);
  return opening ? opening[0].length : 0;
}

function spansOf(pattern: RegExp, text: string): Span[] {
  return [...text.matchAll(pattern)].map(({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  }));
}

/** Where the model may have gone on with another problem; null where it did not. */
export function startOfNextProblem(text: string): number | null {
  nextProblem.lastIndex = 1;
  return nextProblem.exec(text)?.index ?? null;
}
