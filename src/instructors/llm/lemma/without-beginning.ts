import { splitSteps } from "../../../mathematics/text-steps.ts";

/**
 * A continuation without the beginning that it continues, or the last steps of it, where a model has written them once
 * more. A sentence that only begins with the same words ("3 + 4 = 7 is wrong") stays whole, unless the beginning breaks
 * off within a step ("3 + 4 ="), which can only be gone on with.
 */
export function withoutBeginning(continuation: string, prefix: string): string {
  const text = continuation.trim();
  const starts = [0, ...splitSteps(prefix).map(({ start }) => start)];
  for (const start of starts) {
    const end = endOf(text, prefix.slice(start));
    if (end !== null) return text.slice(end).trimStart();
  }
  return text;
}

/** Where a text stops to repeat another at its beginning, whatever the white space; null where it does not repeat it. */
function endOf(text: string, repeated: string): number | null {
  const words = repeated.trim().split(/\s+/).map(literally).join("\\s+");
  return new RegExp(`^${words}${boundaryAfter(repeated.trim())}`).exec(text)?.[0].length ?? null;
}

/** What must follow a repetition: after a sentence, white space; after words without an end, the end of their line. */
function boundaryAfter(repeated: string): string {
  if (/[-+*/×÷=(,$]$/.test(repeated)) return "";
  return /[.!?]$/.test(repeated) ? "(?=\\s|$)" : "(?=[^\\S\\n]*(?:\\n|$))";
}

const literally = (word: string): string => word.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
