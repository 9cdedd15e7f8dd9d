import { homedir } from "node:os";
import { join, resolve } from "node:path";

/** Where things lie that can be fetched or found out again: `ERRATA_CACHE_DIR`, else `XDG_CACHE_HOME`, else `~/.cache`. */
export function cacheFolder({
  ERRATA_CACHE_DIR,
  XDG_CACHE_HOME,
}: Readonly<Record<string, string | undefined>>): string {
  return resolve(ERRATA_CACHE_DIR || join(XDG_CACHE_HOME || join(homedir(), ".cache"), "errata"));
}
