import {
  type DataSet,
  loadDataSet,
  pullFile,
  type SplitName,
  splitsOf,
} from "../../datasets/registry/index.ts";
import type { DataStorage } from "../../datasets/storage/index.ts";
import { plural } from "../../report/format.ts";
import type { Environment } from "../environment.ts";
import { placeLine } from "./list-data.ts";
import { megabytes, withDownloadProgress } from "./with-download-progress.ts";

/** Downloads what is not in the cache yet, checks all of it, and says what there is now. */
export async function pullData(
  dataSets: readonly DataSet[],
  only: SplitName | undefined,
  storage: DataStorage,
  { output, errors }: Pick<Environment, "output" | "errors">,
): Promise<void> {
  // Pulling fills the cache, also where runs read from elsewhere.
  const cache = { ...storage, preparedFolder: null };
  for (const dataSet of dataSets) {
    for (const [split, definition] of splitsOf(dataSet)) {
      if (only !== undefined && only !== split) continue;
      const label = `${dataSet.name} ${split}`;
      let bytes = 0;
      let newFiles = 0;
      for (const file of definition.files) {
        const pulled = await withDownloadProgress(`${label}: ${file.path}`, errors, (onProgress) =>
          pullFile(dataSet, file, cache, { onProgress }),
        );
        bytes += pulled.bytes.length;
        newFiles += pulled.isNew ? 1 : 0;
      }
      const { problems } = await loadDataSet(dataSet, split, cache);
      const what = newFiles === 0 ? "there already" : `${plural(newFiles, "file")} downloaded`;
      output.write(`${label}: ${plural(problems.length, "problem")}, ${megabytes(bytes)}, ${what}\n`);
    }
  }
  output.write(`${placeLine(cache)}\n`);
  if (storage.preparedFolder !== null)
    errors.write(`${placeLine(storage)} Unset it to use what was pulled.\n`);
}
