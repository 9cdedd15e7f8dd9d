import { splitSteps } from "../../../mathematics/text-steps.ts";

/**
 * A continuation without the beginning that it continues, or the last step of it, where a model has written that once
 * more. A sentence that only begins with the same words ("3 + 4 = 7 is wrong") stays whole.
 */
export function withoutBeginning(continuation: string, prefix: string): string {
  const lastStep = splitSteps(prefix).at(-1)?.text ?? prefix;
  const text = continuation.trim();
  for (const repeated of [prefix, lastStep]) {
    const end = endOf(text, repeated);
    if (end !== null) return text.slice(end).trimStart();
  }
  return text;
}

/** Where a text stops to repeat another at its beginning, whatever the white space; null where it does not repeat it. */
function endOf(text: string, repeated: string): number | null {
  const words = repeated.trim().split(/\s+/).map(literally).join("\\s+");
  const boundary = /[.!?]$/.test(repeated.trim()) ? "(?=\\s|$)" : "(?=[^\\S\\n]*(?:\\n|$))";
  return new RegExp(`^${words}${boundary}`).exec(text)?.[0].length ?? null;
}

const literally = (word: string): string => word.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
