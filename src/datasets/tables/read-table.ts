import { extname } from "node:path";
import { ErrataError } from "../../foundation/errors.ts";
import { readDelimited } from "./delimited.ts";
import { readJson } from "./json.ts";
import { readJsonLines } from "./json-lines.ts";
import { readParquet } from "./parquet.ts";
import type { TableRow } from "./table-row.ts";

type Reader = (bytes: Uint8Array, file: string) => TableRow[] | Promise<TableRow[]>;

const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

const readers: Readonly<Record<string, Reader>> = {
  ".jsonl": (bytes, file) => readJsonLines(textOf(bytes), file),
  ".ndjson": (bytes, file) => readJsonLines(textOf(bytes), file),
  ".json": (bytes, file) => readJson(textOf(bytes), file),
  ".csv": (bytes, file) => readDelimited(textOf(bytes), ",", file),
  ".tsv": (bytes, file) => readDelimited(textOf(bytes), "\t", file),
  ".parquet": readParquet,
};

/**
 * Reads the rows of a file whose name says what it is: `.jsonl`, `.ndjson`, `.json`, `.csv`, `.tsv` or `.parquet`.
 * Throws an `ErrataError` that names the file and the first bad line.
 */
export async function readTable(bytes: Uint8Array, file: string): Promise<TableRow[]> {
  const reader = readers[extname(file).toLowerCase()];
  if (!reader) {
    throw new ErrataError(`${file} is no kind of file that problems are read from.`, {
      advice: `Name it after what it is: ${Object.keys(readers).join(", ")}.`,
    });
  }
  return reader(bytes, file);
}
