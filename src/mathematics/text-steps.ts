/** A step of a solution as text: `solution.slice(start, end)`. */
export interface TextStep {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Cuts a solution into its steps: its lines where it has several, else its sentences. A line with the final answer is a
 * step of its own. Decimals, abbreviations and initials end no sentence, and a displayed formula is never cut.
 *
 * @example splitSteps("Mr. Fox has 2.5 kg. He eats 1 kg.").map(({ text }) => text) // ["Mr. Fox has 2.5 kg.", "He eats 1 kg."]
 */
export function splitSteps(solution: string): TextStep[] {
  const lines = cut(solution, /\n+/g);
  const reasoning = lines.filter(({ text }) => !answerLine.test(text));
  if (reasoning.length > 1) return lines;
  return lines.flatMap((line) => (answerLine.test(line.text) ? [line] : sentencesOf(line)));
}

/** The step whose text holds a place of the solution; the last step for a place behind all of them. */
export function stepAt(steps: readonly TextStep[], place: number): number {
  const index = steps.findIndex(({ end }) => place < end);
  return index === -1 ? steps.length - 1 : index;
}

const answerLine = /^(?:####|A:)/;

function sentencesOf(line: TextStep): TextStep[] {
  return cut(line.text, /(?<=[.!?]["')\]]*)\s+(?=[\p{Lu}\d$€£("'\\])/gu, endsSentence).map(
    ({ start, end, text }) => ({ start: line.start + start, end: line.start + end, text }),
  );
}

const abbreviation = /(?:^|[\s(])(?:Mr|Mrs|Ms|Dr|St|Prof|Jr|Sr|No|vs|etc|approx|e\.g|i\.e|[\p{Lu}])\.$/u;

const endsSentence = (before: string): boolean => !abbreviation.test(before);

/** Cuts at separators that stand outside of formulas and where `mayCut` allows it; blank pieces are left out. */
function cut(text: string, separator: RegExp, mayCut: (before: string) => boolean = () => true): TextStep[] {
  const pieces: TextStep[] = [];
  let start = 0;
  const take = (end: number) => {
    const piece = trimmed(text, start, end);
    if (piece) pieces.push(piece);
  };
  for (const match of text.matchAll(separator)) {
    const before = text.slice(start, match.index);
    if (isInFormula(before) || !mayCut(before)) continue;
    take(match.index);
    start = match.index + match[0].length;
  }
  take(text.length);
  return pieces;
}

/** Whether a displayed formula is begun and not ended. */
function isInFormula(text: string): boolean {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  return (
    count(/\\begin\{/g) > count(/\\end\{/g) ||
    count(/\\\[/g) > count(/\\\]/g) ||
    count(/(?<!\\)\$\$/g) % 2 === 1
  );
}

function trimmed(text: string, from: number, to: number): TextStep | null {
  const piece = text.slice(from, to);
  const start = from + (piece.length - piece.trimStart().length);
  const end = from + piece.trimEnd().length;
  return start < end ? { start, end, text: text.slice(start, end) } : null;
}
