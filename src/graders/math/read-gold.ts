import { extractAnswer } from "./extraction/index.ts";

/** Nothing but digits, signs and a few symbols: read as it is, because most references are. */
const plain = /^[^\sA-Za-z\\]{1,60}$/;

/**
 * The answer of a reference: what a reference solution marks as its answer (boxed, after ####, announced), or the whole
 * text where that is an answer, or else what the fallbacks find in it.
 */
export function readGold(gold: string): string {
  if (plain.test(gold)) return gold;
  const { flexible } = extractAnswer(gold);
  return flexible === null || flexible.rule === "whole output" ? gold.trim() : flexible.text;
}
