import type { ExportRow } from "./export-row.ts";
import type { Exported } from "./exported.ts";
import { jsonLines } from "./json-lines.ts";

/** Instruction data in the fields of Stanford Alpaca. */
export function alpaca(rows: readonly ExportRow[]): Exported {
  const data = jsonLines(
    rows.map(({ id, question, solution, lineage }) => ({
      id,
      instruction: question,
      input: "",
      output: solution,
      lineage,
    })),
  );
  return { data };
}
