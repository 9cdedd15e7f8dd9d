import { randomUUID } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { sha256 } from "./checksum.ts";

/** A file of the cache: its bytes, or why there are none to use. */
export type CachedFile = { state: "good"; bytes: Uint8Array } | { state: "absent" } | { state: "damaged" };

const checksumFileOf = (path: string) => `${path}.sha256`;

/** Reads a cached file and checks it against the checksum beside it, and against the published one where that is known. */
export async function readCached(path: string, published: string | undefined): Promise<CachedFile> {
  const bytes = await readIfThere(path);
  const stated = await readIfThere(checksumFileOf(path));
  if (!bytes || !stated) return { state: "absent" };
  const found = sha256(bytes);
  const [kept] = Buffer.from(stated).toString("utf8").split(/\s/);
  const isGood = found === kept && (published === undefined || found === published);
  return isGood ? { state: "good", bytes } : { state: "damaged" };
}

/**
 * Writes a file and, beside it, its checksum as `sha256sum --check` reads it. Both appear whole or not at all; whoever
 * writes the same file at the same time writes the same bytes.
 */
export async function writeCached(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeWhole(path, bytes);
  await writeWhole(checksumFileOf(path), Buffer.from(`${sha256(bytes)}  ${basename(path)}\n`));
}

async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const unfinished = `${path}.${randomUUID()}.part`;
  try {
    await writeFile(unfinished, bytes, { flush: true });
    await rename(unfinished, path);
  } finally {
    await rm(unfinished, { force: true });
  }
}

async function readIfThere(path: string): Promise<Uint8Array | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}
