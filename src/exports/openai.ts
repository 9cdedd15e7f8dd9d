import type { ExportRow } from "./export-row.ts";
import { jsonLines } from "./json-lines.ts";

/** Chat fine-tuning data of OpenAI: one conversation a line, the lineage under `metadata`. */
export function openai(rows: readonly ExportRow[]): Uint8Array {
  return jsonLines(
    rows.map(({ id, question, solution, lineage }) => ({
      messages: [
        { role: "user", content: question },
        { role: "assistant", content: solution },
      ],
      metadata: { id, ...lineage },
    })),
  );
}
