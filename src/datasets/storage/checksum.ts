import { createHash } from "node:crypto";

/** SHA-256 of some bytes, hexadecimal. */
export const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** What git calls a file with these bytes: SHA-1 over a header and them. */
const gitBlob = (bytes: Uint8Array): string =>
  createHash("sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex");

/**
 * Whether bytes are what a checksum says: a SHA-256 (64 digits), as the registry and the hub state it for large files,
 * or a git blob (40 digits), as the hub states it for small ones.
 */
export function matchesChecksum(bytes: Uint8Array, checksum: string): boolean {
  return checksum === (checksum.length === 40 ? gitBlob(bytes) : sha256(bytes));
}
