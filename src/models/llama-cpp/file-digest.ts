import { createHash } from "node:crypto";
import { closeSync, openSync, readSync, statSync } from "node:fs";
import { z } from "zod";
import { ErrataError } from "../../foundation/errors.ts";
import type { Remembered } from "./remembered.ts";

const chunkBytes = 8 << 20;
const Digest = z.string().regex(/^[0-9a-f]{16}$/);

/**
 * SHA-256 of a file, 16 hexadecimal digits. A file of this path, size and time of change is read once on a machine: weights
 * have many gigabytes.
 */
export function fileDigest(path: string, remembered: Remembered): string {
  try {
    const { size, mtimeMs } = statSync(path);
    const question = ["digest of a file", path, size, mtimeMs];
    const known = remembered.recall(question, Digest);
    if (known !== null) return known;
    const digest = digestOf(path);
    remembered.keep(question, digest);
    return digest;
  } catch (cause) {
    throw new ErrataError(`${path} cannot be read.`, { cause, advice: "Check the path of the GGUF file." });
  }
}

function digestOf(path: string): string {
  const hash = createHash("sha256");
  const chunk = Buffer.allocUnsafe(chunkBytes);
  const file = openSync(path, "r");
  try {
    for (;;) {
      const length = readSync(file, chunk);
      if (length === 0) return hash.digest("hex").slice(0, 16);
      hash.update(chunk.subarray(0, length));
    }
  } finally {
    closeSync(file);
  }
}
