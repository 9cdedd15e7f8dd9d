import { tokenize } from "./tokenize.ts";

/** Whether two tidied texts differ only in spacing and in commands that mean the same (\\dfrac and \\frac). */
export function haveSameTokens(a: string, b: string): boolean {
  if (a === b) return true;
  const [x, y] = [spelled(a), spelled(b)];
  return x !== null && x === y;
}

function spelled(text: string): string | null {
  const scanned = tokenize(text, { commas: "group", selections: "point", quotients: "usual" });
  if (!scanned) return null;
  return scanned.tokens.map(({ type, text: content }) => `${type} ${content}`).join("\n");
}
