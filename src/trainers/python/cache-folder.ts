import { homedir } from "node:os";
import { join, resolve } from "node:path";

export type Variables = Readonly<Record<string, string | undefined>>;

/** Where environments lie: under `ERRATA_CACHE_DIR`, else `XDG_CACHE_HOME`, else `~/.cache`, as data sets do. */
export function environmentsFolder({ ERRATA_CACHE_DIR, XDG_CACHE_HOME }: Variables): string {
  const cache = ERRATA_CACHE_DIR || join(XDG_CACHE_HOME || join(homedir(), ".cache"), "errata");
  return resolve(cache, "python");
}
