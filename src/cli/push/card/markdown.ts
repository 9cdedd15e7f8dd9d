/** A table in Markdown. */
export function table(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(" | ")} |`;
  return [line(titles), line(titles.map(() => "---")), ...rows.map(line)].join("\n");
}

/** Bars would end a cell, and so would the end of a line. */
const cell = (text: string): string => text.replaceAll("|", "\\|").replaceAll(/\s+/g, " ");

/** A section with its heading; nothing where it has no text. */
export const section = (heading: string, text: string): string[] =>
  text === "" ? [] : [`## ${heading}\n\n${text}`];
