import type { Random } from "../../../src/foundation/random.ts";

const insertions = [
  ..."(){}[]$\\^_&,;:=<>+-*/!|%.'\"~ 0123456789xyzie\n",
  "\\frac{",
  "\\sqrt",
  "\\left",
  "\\right)",
  "\\text{",
  "\\pm",
  "\\infty",
  "\\begin{",
  "\\end{pmatrix}",
  "^{-1}",
  "\\cup",
  "\\\\",
  "\u00a0",
  "−",
  "√",
  "½",
  "°",
];

/** A real answer with a few pieces removed, doubled, put in, or moved. */
export function mutate(answer: string, other: string, random: Random): string {
  let text = answer;
  for (let step = random.integer(1, 4); step > 0; step--) {
    const from = random.integer(0, text.length);
    const to = Math.min(text.length, from + random.integer(1, 6));
    const piece = text.slice(from, to);
    text = random.pick([
      () => text.slice(0, from) + text.slice(to),
      () => text.slice(0, from) + piece + piece + text.slice(to),
      () => text.slice(0, from) + random.pick(insertions) + text.slice(from),
      () => text.slice(0, from) + other.slice(random.integer(0, other.length)),
      () => piece + text.slice(0, from) + text.slice(to),
    ])();
  }
  return text;
}
