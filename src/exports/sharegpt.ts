import type { ExportRow } from "./export-row.ts";
import { jsonLines } from "./json-lines.ts";

/** ShareGPT conversations, as LLaMA-Factory and Axolotl read them. */
export function sharegpt(rows: readonly ExportRow[]): Uint8Array {
  return jsonLines(
    rows.map(({ id, question, solution, lineage }) => ({
      id,
      conversations: [
        { from: "human", value: question },
        { from: "gpt", value: solution },
      ],
      lineage,
    })),
  );
}
