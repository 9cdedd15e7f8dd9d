import { afterLast, lastBoxed, lastMatch } from "../latex-text.ts";

/** The answer of an output and where it stood: in the last box, else after "he answer is", else the last number. */
export function extractAnswer(output: string): { answer: string; rule: string } | null {
  const boxed = lastBoxed(output);
  if (boxed !== null) return { answer: boxed, rule: "last box" };
  const stated = afterLast(output, /he answer is/g)?.trim();
  if (stated) return { answer: stated, rule: "answer phrase" };
  const number = lastMatch(output.replaceAll(",", ""), /-?\d*\.?\d+/g);
  return number === null ? null : { answer: number, rule: "last number" };
}
