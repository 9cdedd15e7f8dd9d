import type { Config, ProblemSource } from "../../config/schema.ts";
import {
  type DataSet,
  dataSets,
  pullFile,
  type SplitName,
  splitNamed,
  whereaboutsOf,
} from "../../datasets/registry/index.ts";
import type { DataStorage } from "../../datasets/storage/index.ts";
import { count } from "../../report/format.ts";
import type { Screen } from "../environment.ts";
import { withDownloadProgress } from "./with-download-progress.ts";

/**
 * Downloads the published data sets that a configuration names and this machine lacks, and says so before: nothing comes
 * over the network unannounced. Does nothing where nothing may be downloaded: whoever reads the data then says what is
 * missing.
 */
export async function pullMissing(
  config: Pick<Config, "data">,
  storage: DataStorage,
  errors: Screen,
): Promise<void> {
  if (storage.isOffline || storage.preparedFolder !== null) return;
  const named = sourcesOf(config).flatMap((source) => ("dataset" in source ? [source] : []));
  for (const { dataset, split } of named) {
    const dataSet = dataSets[dataset];
    const name = splitNamed(dataSet, split);
    // Whatever an earlier source of the same split has downloaded is here by now.
    if (whereaboutsOf(dataSet, name, storage) === "absent") await pullSplit(dataSet, name, storage, errors);
  }
}

function sourcesOf({ data }: Pick<Config, "data">): ProblemSource[] {
  return [...data.seeds, ...data.dev, ...Object.values(data.benchmarks).flat(), ...data.novelFrom];
}

const hostNames = { "hugging-face": "Hugging Face", github: "GitHub" } as const;

async function pullSplit(
  dataSet: DataSet,
  split: SplitName,
  storage: DataStorage,
  errors: Screen,
): Promise<void> {
  const { files, problems } = dataSet.splits[split]!;
  const { repository, host } = dataSet.source;
  errors.write(
    `Downloading ${dataSet.name} ${split} (${count(problems)} problems) from ${repository} on ${hostNames[host]} into ${storage.cacheFolder} …\n`,
  );
  for (const file of files) {
    await withDownloadProgress(file.path, errors, (onProgress) =>
      pullFile(dataSet, file, storage, { onProgress }),
    );
  }
}
