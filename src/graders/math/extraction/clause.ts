import type { Formula } from "./formulas.ts";

/** Longer clauses are cut: no answer is announced at such length. */
const longestClause = 500;
const clauseEnd = /[.!?](?=["'”’*_)\]}]{0,4}(?:\s|$|\\n|<))|[。！？]|\n/g;

/** Where the clause that holds an offset ends: before the end of its sentence or line. What formulas hold ends none. */
export function endOfClause(text: string, formulas: readonly Formula[], from: number): number {
  const limit = Math.min(text.length, from + longestClause);
  let at = from;
  let next = formulas.findIndex(({ end }) => end > from);
  while (at < limit) {
    clauseEnd.lastIndex = at;
    const end = clauseEnd.exec(text.slice(0, limit + 1))?.index ?? limit;
    const formula = next === -1 ? undefined : formulas[next];
    if (!formula || end <= formula.start) return end;
    at = formula.end;
    next++;
  }
  return Math.min(at, text.length);
}
