export interface Token {
  kind: "number" | "variable" | "symbol";
  text: string;
}

const greek = "alpha beta gamma delta theta lambda mu rho phi omega pi".split(" ").join("|");

const patterns: readonly (readonly [Token["kind"] | "space", RegExp])[] = [
  ["space", /\s+|\\[,;:!]|\\ |~|\\left|\\right|\\q?quad/y],
  ["number", /\d+(?:\.\d+)?|\.\d+/y],
  ["variable", new RegExp(String.raw`(?:[A-Za-z]|\\(?:${greek})(?![A-Za-z]))(?:_(?:\{\w+\}|\w))?`, "y")],
  [
    "symbol",
    /\\[dt]?frac|\\sqrt|\\(?:(?:arc)?(?:sin|cos|tan)|sec|csc|cot|ln|log)(?![A-Za-z])|\\cdot|\\times|[-+*/^_|(){}[\]]/y,
  ],
];

const spelling: Record<string, string> = {
  "\\dfrac": "\\frac",
  "\\tfrac": "\\frac",
  "\\cdot": "*",
  "\\times": "*",
};

/** The tokens of a scalar expression in LaTeX; null where a piece is none. */
export function tokenize(expression: string): Token[] | null {
  const tokens: Token[] = [];
  let place = 0;
  while (place < expression.length) {
    const found = patterns
      .map(([kind, pattern]) => {
        pattern.lastIndex = place;
        return { kind, text: pattern.exec(expression)?.[0] };
      })
      .find(({ text }) => text !== undefined);
    if (found?.text === undefined) return null;
    place += found.text.length;
    if (found.kind === "space") continue;
    // \frac12 takes one digit after the other.
    if (tokens.at(-1)?.text === "\\frac" && /^\d\d+$/.test(found.text)) {
      place -= found.text.length - 1;
      found.text = found.text[0]!;
    }
    tokens.push({ kind: found.kind, text: spelling[found.text] ?? found.text });
  }
  return tokens;
}
