import { existsSync } from "node:fs";
import { join } from "node:path";
import type { DataStorage } from "../storage/data-storage.ts";
import type { DataSet, SplitName } from "./data-set.ts";
import { cachePath } from "./published-file.ts";

/** Whether a split can be read without a download: from the folder of prepared data, or from the cache. */
export type Whereabouts = "prepared" | "cached" | "absent";

/** Says where a split would be read from. Where there is a folder of prepared data, the cache does not count. */
export function whereaboutsOf(dataSet: DataSet, split: SplitName, storage: DataStorage): Whereabouts {
  const { prepared, files } = dataSet.splits[split]!;
  if (storage.preparedFolder !== null) {
    return existsSync(join(storage.preparedFolder, prepared)) ? "prepared" : "absent";
  }
  return files.every((file) => existsSync(cachePath(dataSet, file, storage))) ? "cached" : "absent";
}
