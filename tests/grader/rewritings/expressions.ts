import { isScalar } from "../oracle/same-value.ts";
import type { Shape } from "../shape.ts";
import { type Change, changeOf } from "../variant.ts";

/** Other ways to write an expression with a value; each holds for any expression. */
export const scalarForms: readonly { name: string; write(text: string): string | null }[] = [
  { name: "terms in another order", write: reorderedTerms },
  { name: "twice the half", write: (text) => `\\frac{2\\left(${text}\\right)}{2}` },
  { name: "minus the opposite", write: (text) => `-(-(${text}))` },
  { name: "one more, one less", write: (text) => `${text} + 1 - 1` },
  { name: "times one", write: (text) => `1 \\cdot (${text})` },
  { name: "roots as powers", write: (text) => text.replaceAll(/\\sqrt\s*\{(\d+)\}/g, "($1)^{\\frac{1}{2}}") },
  { name: "roots with their degree", write: (text) => text.replaceAll(/\\sqrt\s*\{/g, "\\sqrt[2]{") },
  {
    name: "\\cdot before roots and letters",
    // What belongs to a function, or to \\frac1b, ends where a sign stands.
    write: (text) =>
      /\\(?:arc)?(?:sin|cos|tan|sec|csc|cot|ln|log)|frac\s*\d/.test(text)
        ? null
        : text.replaceAll(/(\d)\s*(?=\\sqrt|\\pi|[a-z](?![a-z]))/g, "$1 \\cdot "),
  },
  { name: "\\times for \\cdot", write: (text) => text.replaceAll("\\cdot", "\\times") },
];

export const expressionRewritings: readonly Change[] = [
  ...scalarForms.map(({ name, write }) => changeOf("scalar", name, ({ text }) => write(text))),
  changeOf("equation", "sides swapped", ({ left, right }) => `${right} = ${left}`),
  changeOf("equation", "all on one side", (shape) => oneSided(shape)),
  changeOf("equation", "scaled", ({ left, right }) => `3(${left}) = 3(${right})`),
  changeOf("equation", "opposite", ({ left, right }) => `-(${right}) = -(${left})`),
  changeOf("equation", "right side in another order", ({ left, right }) => {
    const other = reorderedTerms(right);
    return other && `${left} = ${other}`;
  }),
  changeOf("equation", "value alone", (shape) => (isDefinition(shape) ? shape.right : null)),
];

type Equation = Extract<Shape, { kind: "equation" }>;

/** What an unknown is: only there the value alone says as much. */
function isDefinition({ left, right }: Equation): boolean {
  return /^[a-z]$/i.test(left) && !/[a-df-hj-z]/i.test(right.replaceAll(/\\[a-z]+/gi, ""));
}

function oneSided(shape: Equation): string | null {
  return isDefinition(shape) ? null : `${shape.left} - (${shape.right}) = 0`;
}

/** `a + b - c` as `- c + b + a`; null where there is one term. */
export function reorderedTerms(text: string): string | null {
  const terms = signedTerms(text);
  if (terms.length < 2) return null;
  const other = terms.reverse().join(" ").replace(/^\+ /, "");
  return isScalar(other) ? other : null;
}

/** Top-level terms, each with its sign and a space before it. */
export function signedTerms(text: string): string[] {
  const terms = [""];
  let depth = 0;
  for (const [piece] of text.replaceAll(/\\left|\\right/g, "").matchAll(/\\[a-z]+|./gis)) {
    if ("([{".includes(piece)) depth++;
    if (")]}".includes(piece)) depth--;
    const isSign = depth === 0 && (piece === "+" || piece === "-") && !/[\^_*]\s*$/.test(terms.at(-1)!);
    if (isSign) terms.push(`${piece} `);
    else terms[terms.length - 1] += piece;
  }
  return terms
    .map((term) => term.trim())
    .filter((term) => term !== "")
    .map((term) => (/^[-+]/.test(term) ? term.replace(/^([-+])\s*/, "$1 ") : `+ ${term}`));
}
