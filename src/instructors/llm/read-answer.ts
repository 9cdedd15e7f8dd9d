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

/** The text that an object holds under the first of its names that matches, trimmed; "" where it has none. */
export function textIn(members: Members, names: RegExp): string {
  const entry = Object.entries(members).find(
    ([name, member]) => names.test(name) && (typeof member === "string" || typeof member === "number"),
  );
  return entry === undefined ? "" : String(entry[1]).trim();
}

/** The texts of a list, trimmed, without empty ones. */
export function textsIn(list: readonly Json[] | null): string[] {
  return (list ?? []).flatMap((member) =>
    typeof member === "string" && member.trim() !== "" ? [member.trim()] : [],
  );
}
