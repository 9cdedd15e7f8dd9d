import type { ExportRow } from "./export-row.ts";
import type { Exported } from "./exported.ts";
import { jsonLines } from "./json-lines.ts";

/** ShareGPT conversations, as LLaMA-Factory and Axolotl read them. */
export function sharegpt(rows: readonly ExportRow[]): Exported {
  const data = jsonLines(
    rows.map(({ id, question, solution, lineage }) => ({
      id,
      conversations: [
        { from: "human", value: question },
        { from: "gpt", value: solution },
      ],
      lineage,
    })),
  );
  return { data };
}
