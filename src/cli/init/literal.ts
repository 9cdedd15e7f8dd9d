/** How a file format writes keys and texts. */
export interface Notation {
  key(name: string): string;
  text(value: string): string;
}

/** A value on one line, in a notation that YAML and TypeScript share but for keys and texts. */
export function literal(value: unknown, notation: Notation): string {
  if (typeof value === "string") return notation.text(value);
  if (Array.isArray(value)) return `[${value.map((member) => literal(member, notation)).join(", ")}]`;
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value).map(
      ([key, member]) => `${notation.key(key)}: ${literal(member, notation)}`,
    );
    return `{ ${members.join(", ")} }`;
  }
  return String(value);
}
