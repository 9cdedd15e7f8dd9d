/**
 * Content of the last `\boxed{…}` or `\fbox{…}`, braces matched; null where there is none or it is not closed.
 *
 * @example lastBoxed("so \\boxed{\\frac{1}{2}}") // "\\frac{1}{2}"
 */
export function lastBoxed(text: string): string | null {
  const start = [...text.matchAll(/\\(?:boxed|fbox)\s*\{/g)].at(-1);
  if (!start) return null;
  const from = start.index + start[0].length;
  let depth = 1;
  for (let place = from; place < text.length; place++) {
    if (text[place] === "{") depth++;
    if (text[place] === "}" && --depth === 0) return text.slice(from, place);
  }
  return null;
}

/** Text after the last place where the pattern matches; null where it matches nowhere. */
export function afterLast(text: string, pattern: RegExp): string | null {
  const match = [...text.matchAll(pattern)].at(-1);
  return match ? text.slice(match.index + match[0].length) : null;
}

/** The last match of a global pattern; null where it matches nowhere. */
export function lastMatch(text: string, pattern: RegExp): string | null {
  return text.match(pattern)?.at(-1) ?? null;
}

/** The number a string writes, as Python's `float` reads it; null where it writes none. */
export function floatOf(text: string): number | null {
  return /^\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?\s*$/i.test(text) ? Number(text) : null;
}
