import { createHash } from "node:crypto";
import type { ExportRow } from "./export-row.ts";
import type { Exported } from "./exported.ts";
import { jsonLines } from "./json-lines.ts";

/**
 * Chat fine-tuning data of OpenAI: one conversation a line.
 *
 * A training file is refused with "contains an extra …" where a row has a key that the format does not know (its
 * specification, `FineTuneChatRequestInput`, has messages, tools, parallel_tool_calls and functions). So the lineage
 * lies in a file of its own, which tells rows by line and, should they be shuffled or split, by the digest of the line.
 */
export function openai(rows: readonly ExportRow[]): Exported {
  const conversations = rows.map(({ question, solution }) => ({
    messages: [
      { role: "user", content: question },
      { role: "assistant", content: solution },
    ],
  }));
  const lineage = rows.map(({ id, lineage }, index) => ({
    line: index + 1,
    sha256: createHash("sha256").update(JSON.stringify(conversations[index])).digest("hex"),
    id,
    ...lineage,
  }));
  return { data: jsonLines(conversations), lineage: jsonLines(lineage) };
}
