import type { Change } from "../variant.ts";

const isBalanced = (text: string): boolean => {
  let depth = 0;
  for (const [brace] of text.matchAll(/\\?[{}]/g)) {
    if (brace === "{") depth++;
    if (brace === "}" && --depth < 0) return false;
  }
  return depth === 0;
};

const mixesText = (text: string): boolean =>
  /\$|\\(?:text|mbox|mathrm)|[a-z]{3,}|\n/i.test(text.replaceAll(/\\[a-z]+/gi, "\\"));

/** Puts something around an answer that holds no dollars itself. */
const around = (name: string, wrap: (bare: string) => string): Change => ({
  name,
  apply: ({ bare }) => (bare === "" || bare.includes("$") || !isBalanced(bare) ? null : wrap(bare)),
});

/** Changes what stands there in mathematics without words. */
const inMathematics = (name: string, change: (bare: string) => string): Change => ({
  name,
  apply: ({ bare, shape }) => (shape.kind === "text" || mixesText(bare) ? null : change(bare)),
});

/** What can be done to the spelling of every answer. */
export const layoutRewritings: readonly Change[] = [
  around("boxed", (bare) => `\\boxed{${bare}}`),
  inMathematics("in dollars", (bare) => `$${bare}$`),
  inMathematics("in \\( \\)", (bare) => `\\( ${bare} \\)`),
  inMathematics("in \\[ \\]", (bare) => `\\[ ${bare} \\]`),
  { name: "spaces around", apply: ({ text }) => (text === "" ? null : `  ${text}\n`) },
  { name: "full stop", apply: ({ text }) => (/[\w})$]$/.test(text) ? `${text}.` : null) },
  inMathematics("\\dfrac", (bare) => bare.replaceAll(/\\[dt]?frac(?![a-z])/g, "\\dfrac")),
  inMathematics("\\tfrac", (bare) => bare.replaceAll(/\\[dt]?frac(?![a-z])/g, "\\tfrac")),
  inMathematics("spaces around operators", (bare) =>
    bare.replaceAll(/(?<=[\w})])\s*([-+=])\s*(?=[\w\\({])/g, " $1 "),
  ),
  inMathematics("thin spaces", (bare) =>
    bare.replaceAll(/(?<=[\w})])\s*([-+=])\s*(?=[\w\\({])/g, "\\,$1\\;"),
  ),
  inMathematics("no spaces", (bare) =>
    bare.replaceAll(/(\\[A-Za-z]+|\\|\d)?\s+(?=([A-Za-z\d.]?))/g, withoutSpace),
  ),
  inMathematics("\\left and \\right", (bare) =>
    /\\left|\\right|\\[()]|\\big/i.test(bare) || !/[()]/.test(bare)
      ? bare
      : bare
          .replaceAll("(", "\\left(")
          .replaceAll("[", "\\left[")
          .replaceAll(")", "\\right)")
          .replaceAll("]", "\\right]"),
  ),
  inMathematics("without \\left and \\right", (bare) =>
    bare.replaceAll(/\\(?:left|right)(?![a-z.])\s*/g, ""),
  ),
  inMathematics("braced exponents", (bare) => bare.replaceAll(/\^(\d)(?!\d)/g, "^{$1}")),
  inMathematics("bare exponents", (bare) => bare.replaceAll(/\^\{(\d)\}(?!\d)/g, "^$1")),
];

/** The space after a command ends its name, the one behind a stroke is a command, and digits would run together. */
function withoutSpace(match: string, before: string | undefined, after: string): string {
  const isCommand = before === "\\" || (before?.startsWith("\\") && /[A-Za-z]/.test(after));
  const isBetweenDigits = /\d/.test(before ?? "") && /[\d.]/.test(after);
  return isCommand || isBetweenDigits ? match : (before ?? "");
}
