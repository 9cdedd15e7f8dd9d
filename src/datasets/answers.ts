/** A number with its thousands separated: "1,234" or "-12,345.6". */
const separated = /^[-+]?\$?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;

/**
 * The answer that a text states after `####`, without separators of thousands, as the papers read GSM8K: "… so 1,234 in
 * all.\n#### 1,234" states "1234". A text without the mark is the answer itself, as it is: its commas may part a list.
 */
export function statedAnswer(text: string): string {
  const parts = text.split("####");
  const answer = parts.at(-1)!.trim();
  return parts.length > 1 && separated.test(answer) ? answer.replaceAll(",", "") : answer;
}

/** The part of a solution before the line that states its answer after `####`. */
export function beforeStatedAnswer(text: string): string {
  return text.replace(/\s*####[^\n]*\s*$/, "");
}

/** The content of the last `\boxed{…}` of a solution, as the MATH data set states answers; null where there is none. */
export function lastBoxed(solution: string): string | null {
  const mark = "\\boxed{";
  const start = solution.lastIndexOf(mark);
  if (start === -1) return null;
  let depth = 0;
  for (let at = start + mark.length - 1; at < solution.length; at++) {
    if (solution[at] === "{") depth += 1;
    if (solution[at] === "}") depth -= 1;
    if (depth === 0) return solution.slice(start + mark.length, at).trim();
  }
  return null;
}
