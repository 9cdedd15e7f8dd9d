import { brotliCompressSync, gzipSync, zstdCompressSync } from "node:zlib";
import { parquetWriteBuffer } from "hyparquet-writer";
import { describe, expect, it } from "vitest";
import { readParquet } from "./parquet.ts";

const columnData = [
  { name: "problem", data: ["1+1?", "2+2?"], type: "STRING" as const },
  { name: "answer", data: [2n, 4n], type: "INT64" as const },
  { name: "level", data: ["easy", null], type: "STRING" as const },
];

describe("readParquet", () => {
  it.each(["UNCOMPRESSED", "SNAPPY", "GZIP", "BROTLI", "ZSTD"] as const)(
    "reads rows compressed by %s",
    async (codec) => {
      const compressors = {
        GZIP: (bytes: Uint8Array) => new Uint8Array(gzipSync(bytes)),
        BROTLI: (bytes: Uint8Array) => new Uint8Array(brotliCompressSync(bytes)),
        ZSTD: (bytes: Uint8Array) => new Uint8Array(zstdCompressSync(bytes)),
      };
      const bytes = new Uint8Array(parquetWriteBuffer({ columnData, codec, compressors }));
      expect(await readParquet(bytes, "a.parquet")).toEqual([
        { place: "row 1", value: { problem: "1+1?", answer: 2, level: "easy" } },
        { place: "row 2", value: { problem: "2+2?", answer: 4, level: null } },
      ]);
    },
  );

  it("says that a file is cut", async () => {
    const bytes = new Uint8Array(parquetWriteBuffer({ columnData }));
    await expect(readParquet(bytes.slice(0, -9), "a.parquet")).rejects.toThrow(
      "a.parquet cannot be read as Parquet",
    );
  });
});
