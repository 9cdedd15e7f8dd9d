import type { ErrorType } from "../../domain/error-type.ts";
import { taxonomy } from "./taxonomy.ts";
import { wordSimilarity } from "./word-similarity.ts";

/** A phrase of another instructor joins a type when it is at least this much like one of the type's own phrases. */
const leastSimilarity = 0.4;

const other = {
  id: "other",
  name: "Other errors",
  explanation: "Causes that fit none of the named types.",
};

/**
 * Groups keyphrases into the error types of the written taxonomy (SEI eq. 3), in its order. Every phrase is in at
 * least one type: a phrase that the taxonomy does not have joins the types whose phrases it is most like, or "other".
 */
export function cluster(keyphrases: readonly string[]): ErrorType[] {
  const members = new Map<string, string[]>();
  for (const keyphrase of new Set(keyphrases)) {
    for (const id of typesOf(keyphrase)) members.set(id, [...(members.get(id) ?? []), keyphrase]);
  }
  return [...taxonomy, other].flatMap(({ id, name, explanation }) => {
    const phrases = members.get(id);
    return phrases ? [{ id, name, explanation, keyphrases: phrases }] : [];
  });
}

function typesOf(keyphrase: string): string[] {
  const exact = taxonomy.filter(({ keyphrases }) => keyphrases.some((known) => known === keyphrase));
  if (exact.length > 0) return exact.map(({ id }) => id);
  const similarities = taxonomy.map(({ id, keyphrases }) => ({
    id,
    similarity: Math.max(...keyphrases.map((known) => wordSimilarity(keyphrase, known))),
  }));
  const highest = Math.max(...similarities.map(({ similarity }) => similarity));
  if (highest < leastSimilarity) return [other.id];
  return similarities.filter(({ similarity }) => similarity === highest).map(({ id }) => id);
}
