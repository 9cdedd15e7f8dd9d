import { extractAnswer } from "./extraction/index.ts";

/** A text without any of these marks no answer: it is one. */
const marks = /\\|#{4}|answer|[\b]oxed/i;

/**
 * The answer of a reference: what a reference solution marks as its answer (boxed, after ####, announced), or else the
 * whole text, which then is the answer.
 */
export function readGold(gold: string): string {
  if (!marks.test(gold)) return gold.trim();
  return extractAnswer(gold).strict?.text ?? gold.trim();
}
