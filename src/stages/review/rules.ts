import type { ErrorType } from "../../domain/error-type.ts";

/** Lower case, letters and digits only, without the words that instructors add to every name. */
export function normalizedName(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .replace(/\b(errors?|mistakes?|issues?|the|in|of|and|general)\b/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/** Types whose normalised names are equal become one, under the first's id, name and explanation. */
export function mergeByName(types: readonly ErrorType[]): ErrorType[] {
  const merged = new Map<string, ErrorType>();
  for (const type of types) {
    const key = normalizedName(type.name) || type.id;
    const earlier = merged.get(key);
    merged.set(
      key,
      earlier ? { ...earlier, keyphrases: [...new Set([...earlier.keyphrases, ...type.keyphrases])] } : type,
    );
  }
  return [...merged.values()];
}

/** Types that are no error, or no error one could teach against (such names survived the authors' own review). */
export const excludedNames: readonly RegExp[] = [
  /\bno error\b/i,
  /\bcorrect (process|solution|answer)/i,
  /\bmiscellaneous\b/i,
];
