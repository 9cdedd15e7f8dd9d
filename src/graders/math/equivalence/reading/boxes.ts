/** What follows a box and belongs to its value. */
const percentAfter = /^\s*\$?\s*(?:\\?%|percent(?:age)?\b|pct\b)/i;

/**
 * The content of the boxes of an answer, several boxes as a list; null where there is no box. An unclosed box reaches
 * to the end of the text.
 *
 * @example boxesIn("\\boxed{1} and \\boxed{-2}") // "1, -2"
 */
export function boxesIn(text: string): string | null {
  const contents: string[] = [];
  const opening = /\\f?box(?:ed)?\s*\{/g;
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const end = closingBrace(text, opening.lastIndex);
    const percent = percentAfter.test(text.slice(end + 1, end + 20)) ? " \\%" : "";
    contents.push(text.slice(opening.lastIndex, end) + percent);
    opening.lastIndex = end;
  }
  if (contents.length === 0) return null;
  return contents.map((content) => boxesIn(content) ?? content).join(", ");
}

/** The index of the brace that closes what is open at `start`, or the end of the text. */
function closingBrace(text: string, start: number): number {
  let depth = 1;
  for (let at = start; at < text.length; at++) {
    const character = text[at];
    if (character === "\\") at++;
    else if (character === "{") depth++;
    else if (character === "}" && --depth === 0) return at;
  }
  return text.length;
}
