import { createHash } from "node:crypto";
import fc from "fast-check";
import { parquetReadObjects } from "hyparquet";
import { describe, expect, it } from "vitest";
import { type ExportRow, exporters } from "./index.ts";

const text = fc.string({ unit: "grapheme" });
const row: fc.Arbitrary<ExportRow> = fc.record({
  id: text,
  question: text,
  solution: text,
  prompt: text,
  completion: text,
  lineage: fc.record({
    recipe: text,
    iteration: fc.nat(1000),
    errorTypeId: fc.option(text),
    sources: fc.array(text, { maxLength: 4 }),
    selected: fc.boolean(),
  }),
});
const rows = fc.array(row, { maxLength: 8 });

const linesOf = (bytes: Uint8Array): unknown[] =>
  new TextDecoder()
    .decode(bytes)
    .split("\n")
    .slice(0, -1)
    .map((line) => JSON.parse(line));

describe("exporters", () => {
  it("keep every text and the lineage in JSON lines", () => {
    fc.assert(
      fc.property(rows, (written) => {
        expect(linesOf(exporters.openai(written).data)).toEqual(
          written.map(({ question, solution }) => ({
            messages: [
              { role: "user", content: question },
              { role: "assistant", content: solution },
            ],
          })),
        );
        expect(linesOf(exporters.sharegpt(written).data)).toEqual(
          written.map(({ id, question, solution, lineage }) => ({
            id,
            conversations: [
              { from: "human", value: question },
              { from: "gpt", value: solution },
            ],
            lineage,
          })),
        );
        expect(linesOf(exporters.alpaca(written).data)).toEqual(
          written.map(({ id, question, solution, lineage }) => ({
            id,
            instruction: question,
            input: "",
            output: solution,
            lineage,
          })),
        );
      }),
    );
  });

  it("keep the lineage beside OpenAI's rows, which take no other keys, by line and by content", () => {
    fc.assert(
      fc.property(rows, (written) => {
        const { data, lineage } = exporters.openai(written);
        const lines = new TextDecoder().decode(data).split("\n").slice(0, -1);
        expect(linesOf(lineage!)).toEqual(
          written.map(({ id, lineage }, index) => ({
            line: index + 1,
            sha256: createHash("sha256").update(lines[index]!).digest("hex"),
            id,
            ...lineage,
          })),
        );
      }),
    );
  });

  it("keep every field in Parquet, also where there are no rows, no sources and no error types", async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (written) => {
        const file = new Uint8Array(exporters.parquet(written).data).buffer;
        expect(await parquetReadObjects({ file })).toEqual(
          written.map(({ lineage: { errorTypeId, ...lineage }, ...texts }) => ({
            ...texts,
            ...lineage,
            error_type_id: errorTypeId,
          })),
        );
      }),
    );
  });

  it.each(Object.entries(exporters))("write the same bytes for the same rows: %s", (_, write) => {
    fc.assert(
      fc.property(rows, (written) => {
        expect(write(written)).toEqual(write(structuredClone(written)));
      }),
    );
  });
});
