import type { ErrorType } from "../../../domain/error-type.ts";

/** An error type before it has an id. */
export type NamedType = Omit<ErrorType, "id">;

/** Names are equal but for case and spaces: whoever names an existing type may write it a little differently. */
const sameName = (name: string) => name.toLowerCase().replace(/\s+/g, " ").trim();

/** Adds phrases to the types of the same names, and the types whose names are new (papers' section 1.4, step 2). */
export function addTypes(types: readonly NamedType[], more: readonly NamedType[]): NamedType[] {
  const byName = new Map(types.map((type) => [sameName(type.name), type]));
  for (const type of more) {
    const known = byName.get(sameName(type.name));
    const keyphrases = [...new Set([...(known?.keyphrases ?? []), ...type.keyphrases])];
    byName.set(sameName(type.name), { ...(known ?? type), keyphrases });
  }
  return [...byName.values()];
}

/** Types that a model found to mean the same. */
export interface TypeGroup {
  name: string;
  explanation: string;
  members: readonly string[];
}

/**
 * Joins the types of every group into one, at the place of its first member. A type that several groups name goes with
 * the first of them; a group with fewer than two members that exist joins nothing.
 */
export function joinTypes(types: readonly NamedType[], groups: readonly TypeGroup[]): NamedType[] {
  const groupOf = new Map<NamedType, TypeGroup>();
  for (const group of groups) {
    const names = new Set(group.members.map(sameName));
    const members = types.filter((type) => names.has(sameName(type.name)) && !groupOf.has(type));
    if (members.length < 2) continue;
    for (const member of members) groupOf.set(member, group);
  }
  const joined = types.map((type) => {
    const group = groupOf.get(type);
    return group ? { ...type, name: group.name, explanation: group.explanation || type.explanation } : type;
  });
  return addTypes([], joined);
}

/** Gives every type an id that a person can read: its name, with a number where two names give the same. */
export function withIds(types: readonly NamedType[]): ErrorType[] {
  const taken = new Set<string>();
  return types.map((type) => {
    const slug = slugOf(type.name);
    let id = slug;
    for (let number = 2; taken.has(id); number++) id = `${slug}-${number}`;
    taken.add(id);
    return { id, ...type };
  });
}

function slugOf(name: string): string {
  const slug = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return slug || "type";
}
