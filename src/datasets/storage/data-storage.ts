import { join, resolve } from "node:path";
import { cacheFolder } from "../../foundation/cache-folder.ts";

/** Where data sets are kept and come from. */
export interface DataStorage {
  /** A folder of prepared data (`ERRATA_DATA_DIR`): where it is set, data sets are read from there alone, offline. */
  readonly preparedFolder: string | null;
  /** Downloaded files lie here as they were published. */
  readonly cacheFolder: string;
  /** Nothing may be downloaded (`ERRATA_OFFLINE`). */
  readonly isOffline: boolean;
  readonly hosts: Readonly<Record<"hugging-face" | "github", string>>;
  /** For the hub alone (`HF_TOKEN`); never stored or shown. */
  readonly token: string | null;
}

type Variables = Readonly<Record<string, string | undefined>>;

/**
 * Reads `ERRATA_DATA_DIR`, `ERRATA_CACHE_DIR` (else `XDG_CACHE_HOME`, else `~/.cache`), `ERRATA_OFFLINE`, `HF_ENDPOINT`,
 * `HF_TOKEN` and `ERRATA_GITHUB_ENDPOINT`, which stands in for GitHub's raw files where those cannot be reached.
 */
export function dataStorage(variables: Variables): DataStorage {
  const { ERRATA_DATA_DIR, ERRATA_OFFLINE } = variables;
  const { HF_ENDPOINT, HF_TOKEN, ERRATA_GITHUB_ENDPOINT } = variables;
  return {
    preparedFolder: ERRATA_DATA_DIR ? resolve(ERRATA_DATA_DIR) : null,
    cacheFolder: join(cacheFolder(variables), "data-sets"),
    isOffline: Boolean(ERRATA_OFFLINE),
    hosts: {
      "hugging-face": withoutSlash(HF_ENDPOINT || "https://huggingface.co"),
      github: withoutSlash(ERRATA_GITHUB_ENDPOINT || "https://raw.githubusercontent.com"),
    },
    token: HF_TOKEN || null,
  };
}

const withoutSlash = (address: string) => address.replace(/\/+$/, "");
