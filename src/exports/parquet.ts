import type { SchemaElement } from "hyparquet";
import { type ColumnSource, parquetWriteBuffer } from "hyparquet-writer";
import type { ExportRow } from "./export-row.ts";
import type { Exported } from "./exported.ts";

/** All fields of the rows as columns; `sources` is a list of texts. */
export function parquet(rows: readonly ExportRow[]): Exported {
  const buffer = parquetWriteBuffer({ columnData: columnsOf(rows), schema, createdBy: "errata" });
  return { data: new Uint8Array(buffer) };
}

function columnsOf(rows: readonly ExportRow[]): ColumnSource[] {
  const column = (name: string, read: (row: ExportRow) => unknown): ColumnSource => ({
    name,
    data: rows.map(read),
  });
  return [
    column("id", ({ id }) => id),
    column("question", ({ question }) => question),
    column("solution", ({ solution }) => solution),
    column("prompt", ({ prompt }) => prompt),
    column("completion", ({ completion }) => completion),
    column("recipe", ({ lineage }) => lineage.recipe),
    column("iteration", ({ lineage }) => lineage.iteration),
    column("error_type_id", ({ lineage }) => lineage.errorTypeId),
    column("sources", ({ lineage }) => lineage.sources),
    column("selected", ({ lineage }) => lineage.selected),
  ];
}

const text = (name: string, repetition: "REQUIRED" | "OPTIONAL" = "REQUIRED"): SchemaElement => ({
  name,
  type: "BYTE_ARRAY",
  converted_type: "UTF8",
  repetition_type: repetition,
});

/** Written out, because a column without a row or with nothing but nulls has no type of its own. */
const schema: SchemaElement[] = [
  { name: "root", num_children: 10 },
  ...["id", "question", "solution", "prompt", "completion", "recipe"].map((name) => text(name)),
  { name: "iteration", type: "INT32", repetition_type: "REQUIRED" },
  text("error_type_id", "OPTIONAL"),
  { name: "sources", converted_type: "LIST", repetition_type: "REQUIRED", num_children: 1 },
  { name: "list", repetition_type: "REPEATED", num_children: 1 },
  text("element"),
  { name: "selected", type: "BOOLEAN", repetition_type: "REQUIRED" },
];
