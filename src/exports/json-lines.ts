/** One JSON object a line, in UTF-8: equal rows give equal bytes. */
export function jsonLines(rows: readonly object[]): Uint8Array {
  return new TextEncoder().encode(rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
}
