import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from "node:zlib";
import { type Compressors, parquetReadObjects } from "hyparquet";
import { ErrataError } from "../../foundation/errors.ts";
import type { TableRow } from "./table-row.ts";

/** Beside Snappy, which hyparquet knows. */
const compressors: Compressors = {
  GZIP: (bytes) => gunzipSync(bytes),
  ZSTD: (bytes) => zstdDecompressSync(bytes),
  BROTLI: (bytes) => brotliDecompressSync(bytes),
};

/** Reads every row of a Parquet file. Whole numbers of 64 bits become numbers, as they are in JSON. */
export async function readParquet(bytes: Uint8Array, file: string): Promise<TableRow[]> {
  const rows = await decode(bytes, file);
  return rows.map((row, index) => ({ place: `row ${index + 1}`, value: withoutBigIntegers(row) }));
}

async function decode(bytes: Uint8Array, file: string): Promise<Record<string, unknown>[]> {
  try {
    return await parquetReadObjects({ file: arrayBufferOf(bytes), compressors });
  } catch (cause) {
    throw new ErrataError(`${file} cannot be read as Parquet: ${(cause as Error).message}.`, {
      advice: "It may be cut short, or compressed in an unusual way: write it again with Snappy or zstd.",
      cause,
    });
  }
}

/** A buffer of its own: the bytes of a file may be a view into a larger one. */
function arrayBufferOf(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}

function withoutBigIntegers(value: unknown): unknown {
  if (typeof value === "bigint") return Number(value);
  if (Array.isArray(value)) return value.map(withoutBigIntegers);
  if (value === null || typeof value !== "object" || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, withoutBigIntegers(member)]));
}
