import type { Random } from "../../../src/foundation/random.ts";

type Rule = (random: Random, depth: number) => string;

const leaf: Rule = (random) =>
  random.pick([
    () => String(random.integer(0, 12)),
    () => String(random.integer(13, 10 ** random.integer(2, 15))),
    () => `${random.integer(0, 99)}.${random.integer(0, 99999)}`,
    () => random.pick([..."abcdefijknpqrstuvwxyz"]),
    () =>
      random.pick([
        "\\pi",
        "e",
        "i",
        "\\infty",
        "\\alpha",
        "\\theta",
        "x_1",
        "a_{n}",
        "\\emptyset",
        "\\mathbb{R}",
        "\\%",
      ]),
  ])();

const operators = [" + ", " - ", "", " \\cdot ", "/", " \\times ", "^", "_", " \\pm ", " \\div ", "!"];
const functions = [
  "\\sin",
  "\\cos",
  "\\tan",
  "\\ln",
  "\\log",
  "\\log_2",
  "\\exp",
  "\\arcsin",
  "\\sinh",
  "\\gcd",
  "\\max",
];
const relations = ["=", "<", ">", "\\le", "\\ge", "\\neq", "\\in", "\\approx", "\\equiv", ":"];

const expression: Rule = (random, depth) => {
  if (depth <= 0) return leaf(random, 0);
  const inner = () => expression(random, depth - random.integer(1, 2));
  return random.pick<() => string>([
    () => leaf(random, 0),
    () => inner() + random.pick(operators) + inner(),
    () => inner() + random.pick(operators) + inner() + random.pick(operators) + inner(),
    () => `\\${random.pick(["frac", "dfrac", "binom"])}{${inner()}}{${inner()}}`,
    () => `\\sqrt{${inner()}}`,
    () => `\\sqrt[${random.integer(2, 9)}]{${inner()}}`,
    () => `(${inner()})^{${inner()}}`,
    () => `${random.pick(functions)}(${inner()})`,
    () => `${random.pick(functions)} ${inner()}`,
    () => `\\left|${inner()}\\right|`,
    () => `-${inner()}`,
    () => `${inner()}!`,
    () => `\\sum_{k=1}^{${inner()}} ${inner()}`,
    () => `\\int_0^{${inner()}} ${inner()} dx`,
  ])();
};

/** An answer in LaTeX, well formed for the most part. */
export function grammarAnswer(random: Random): string {
  const part = () => expression(random, random.integer(0, 4));
  const parts = () => Array.from({ length: random.integer(1, 5) }, part).join(", ");
  return random.pick<() => string>([
    part,
    part,
    part,
    () => `$${part()}$`,
    () => `\\boxed{${part()}}`,
    () => `(${parts()})`,
    () => `\\{${parts()}\\}`,
    () => `[${part()}, ${part()})\\cup(${part()}, \\infty)`,
    parts,
    () => `${part()} ${random.pick(relations)} ${part()}`,
    () => `${part()} ${random.pick(relations)} ${part()} ${random.pick(relations)} ${part()}`,
    () => `\\begin{pmatrix} ${part()} & ${part()} \\\\ ${part()} & ${part()} \\end{pmatrix}`,
    () => `${part()} \\text{ ${random.pick(["or", "and", "if", "cm", "dollars per hour"])} } ${part()}`,
    () => `\\{x \\mid ${part()} < x\\}`,
    () => `${random.integer(0, 99999)}_{${random.integer(0, 40)}}`,
    () => `${part()}${random.pick(["\\%", "^\\circ", " km/h", " percent", "\\text{ m}^2", ":00 p.m."])}`,
  ])();
}
