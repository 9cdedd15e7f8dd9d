import type { Json } from "../../foundation/content-key.ts";

type Members = { readonly [key: string]: Json | undefined };

/** The members of a JSON object, or null for every other value. */
export function membersOf(value: Json | undefined): Members | null {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Members) : null;
}

/** The list that an object holds under one of these names, or that stands there by itself. */
export function listIn(value: Json, names: RegExp): readonly Json[] | null {
  if (Array.isArray(value)) return value;
  const entry = Object.entries(membersOf(value) ?? {}).find(
    ([name, member]) => names.test(name) && Array.isArray(member),
  );
  return (entry?.[1] as readonly Json[] | undefined) ?? null;
}

/**
 * The text that an object holds under a name that matches the first pattern, or else the next, trimmed; "" where it has
 * none. The lines of a text may stand in a list.
 */
export function textIn(members: Members, ...patterns: readonly RegExp[]): string {
  const texts = Object.entries(members).map(([name, member]) => ({ name, text: textOf(member) }));
  for (const pattern of patterns) {
    const found = texts.find(({ name, text }) => pattern.test(name) && text !== "");
    if (found) return found.text;
  }
  return "";
}

function textOf(value: Json | undefined): string {
  if (typeof value === "string" || typeof value === "number") return String(value).trim();
  return Array.isArray(value) ? textsIn(value).join("\n") : "";
}

/** The texts of a list, trimmed, without empty ones. */
export function textsIn(list: readonly Json[] | null): string[] {
  return (list ?? []).flatMap((member) =>
    typeof member === "string" && member.trim() !== "" ? [member.trim()] : [],
  );
}
