import type { ExportRow } from "./export-row.ts";
import { jsonLines } from "./json-lines.ts";

/** Instruction data in the fields of Stanford Alpaca. */
export function alpaca(rows: readonly ExportRow[]): Uint8Array {
  return jsonLines(
    rows.map(({ id, question, solution, lineage }) => ({
      id,
      instruction: question,
      input: "",
      output: solution,
      lineage,
    })),
  );
}
