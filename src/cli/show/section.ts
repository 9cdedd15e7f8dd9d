/** A heading with named texts, as `errata show` prints what one stage knows. */
export interface Section {
  title: string;
  entries: [name: string, text: string][];
}

/** Entries without a text are left out. */
export function section(title: string, entries: readonly [string, string | undefined][]): Section {
  return {
    title,
    entries: entries.filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== ""),
  };
}

export const textOf = (names: readonly string[]): string => (names.length === 0 ? "none" : names.join(", "));

/** Sections as text; long texts stand indented below their name. */
export function sectionLines({ title, entries }: Section): string[] {
  return [title, ...entries.flatMap(([name, text]) => entryLines(name, text))];
}

function entryLines(name: string, text: string): string[] {
  const lines = text.trim().split("\n");
  return lines.length === 1
    ? [`  ${name}: ${lines[0]}`]
    : [`  ${name}:`, ...lines.map((line) => `    ${line}`)];
}
