import { createHash } from "node:crypto";

/** Anything with one JSON text once its object keys are sorted. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json | undefined };

/** JSON with object keys in code-point order and undefined members left out: equal values give equal texts. */
export function canonicalJson(value: Json): string {
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  const members = Object.entries(value as Record<string, Json | undefined>)
    .filter((entry): entry is [string, Json] => entry[1] !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
  return `{${members.join(",")}}`;
}

/** Hash of what determines an item: equal determinants give equal keys (128 bits of SHA-256, hexadecimal). */
export function contentKey(...determinants: Json[]): string {
  return createHash("sha256").update(canonicalJson(determinants)).digest("hex").slice(0, 32);
}
