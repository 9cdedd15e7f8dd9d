/** Escapes of JSON with one letter, and what they stand for. */
const plainEscapes: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  "/": "/",
  "\\": "\\",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
};

/** LaTeX commands that begin like the escape of a new line, or of a tab. */
const latexCommand =
  /\\(?:n(?:abla|eq|eg|ot|otin|subseteq)|t(?:an|anh|au|ext[a-z]*|frac|herefore|heta|imes|o|op|riangle[a-z]*))(?![a-z])/y;

/** Form feeds, backspaces and carriage returns before a letter have no place in a text: it is LaTeX. */
const neverAnEscape = /\\[bfr](?=[A-Za-z])/y;

/**
 * Reads the escape at `at`, a backslash, inside a JSON string. A model that writes LaTeX into JSON often forgets to
 * double the backslash: `\frac` then begins with the escape of a form feed, and `\sqrt` with no escape at all. Both are
 * read as the LaTeX that was meant.
 */
export function readEscape(text: string, at: number): { value: string; end: number } {
  const letter = text[at + 1] ?? "";
  const hex = /^u([0-9a-fA-F]{4})/.exec(text.slice(at + 1, at + 6))?.[1];
  if (hex) return { value: String.fromCharCode(Number.parseInt(hex, 16)), end: at + 6 };
  const value = plainEscapes[letter];
  if (value === undefined || isAt(latexCommand, text, at) || isAt(neverAnEscape, text, at)) {
    return { value: "\\", end: at + 1 };
  }
  return { value, end: at + 2 };
}

function isAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}
