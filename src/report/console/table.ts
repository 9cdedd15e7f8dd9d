/** Text as a terminal may show it: control characters, which could move its cursor or recolour it, become spaces. */
const printable = (text: string): string => text.replace(/\p{Cc}+/gu, " ");

/** A column of a console table. */
export interface Column {
  title: string;
  align: "left" | "right";
}

/**
 * Lays out a table in plain text: two spaces between columns, the titles first, no rules.
 *
 * A cell that would make its line longer than `width` is cut at the end of the widest left-aligned column, with an
 * ellipsis.
 */
export function layOutTable(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  width: number,
): string[] {
  const lines = [columns.map(({ title }) => title), ...rows.map((cells) => cells.map(printable))];
  const widths = columns.map((_, column) => Math.max(...lines.map((cells) => cells[column]?.length ?? 0)));
  shrinkToFit(columns, widths, width);
  return lines.map((cells) =>
    columns
      .map(({ align }, column) => alignCell(cells[column] ?? "", widths[column]!, align))
      .join("  ")
      .trimEnd(),
  );
}

function shrinkToFit(columns: readonly Column[], widths: number[], width: number): void {
  const excess = widths.reduce((sum, each) => sum + each, 2 * (widths.length - 1)) - width;
  if (excess <= 0) return;
  const left = widths.filter((_, column) => columns[column]?.align === "left");
  const widest = widths.indexOf(Math.max(...left));
  if (widest >= 0) widths[widest] = Math.max(8, widths[widest]! - excess);
}

function alignCell(text: string, width: number, align: Column["align"]): string {
  const cut = text.length > width ? `${text.slice(0, width - 1)}…` : text;
  return align === "left" ? cut.padEnd(width) : cut.padStart(width);
}

/** Breaks a text at spaces into lines of at most `width` columns. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of printable(text).trim().split(/\s+/)) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  return line === "" ? lines : [...lines, line];
}
