import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Problem } from "../../domain/problem.ts";
import { ErrataError } from "../../foundation/errors.ts";
import { type Item, problemOf } from "../item.ts";
import type { DataStorage } from "../storage/data-storage.ts";
import type { DownloadOptions } from "../storage/download.ts";
import { checkRow, readTable } from "../tables/index.ts";
import type { DataSet, Split, SplitName } from "./data-set.ts";
import { PreparedRow } from "./prepared-row.ts";
import { pullFile } from "./published-file.ts";
import { type AppliedRule, applyRules } from "./rules.ts";

/** A split as problems, with an account of what became of its rows: rows = problems + those left out. */
export interface LoadedSplit {
  readonly problems: Problem[];
  readonly rows: number;
  readonly applied: readonly AppliedRule[];
}

/** A row with where it stands, as messages say it. */
interface PlacedItem {
  readonly place: string;
  readonly item: Item;
}

const preparedAdvice = "Correct the row; `docs/data-sets.md` says what a row of prepared data is.";

/**
 * Loads a split: from the folder of prepared data where there is one, else from the cache, else from where it is
 * published.
 *
 * @throws ErrataError where a file is missing or cannot be had, or a row is not what was expected.
 */
export async function loadDataSet(
  dataSet: DataSet,
  split: SplitName,
  storage: DataStorage,
  options: DownloadOptions = {},
): Promise<LoadedSplit> {
  const definition = dataSet.splits[split]!;
  const placed =
    storage.preparedFolder === null
      ? await readPublished(dataSet, split, definition, storage, options)
      : await readPrepared(dataSet, definition, storage.preparedFolder);
  const places = new Map(placed.map(({ place, item }) => [item.id, place]));
  const { items, applied } = applyRules(
    placed.map(({ item }) => item),
    dataSet.rules,
  );
  const problems = items.map((item) => {
    const place = places.get(item.id)!;
    return checkRow(problemOf(item, place), { schema: Problem, place, advice: preparedAdvice });
  });
  return { problems, rows: placed.length, applied };
}

async function readPublished(
  dataSet: DataSet,
  split: SplitName,
  { files, rows }: Split,
  storage: DataStorage,
  options: DownloadOptions,
): Promise<PlacedItem[]> {
  const placed: PlacedItem[] = [];
  for (const file of files) {
    const { path, bytes } = await pullFile(dataSet, file, storage, options);
    for (const row of await readTable(bytes, path)) {
      const place = `${path}, ${row.place}`;
      placed.push({ place, item: dataSet.readItem(row.value, place, { split, index: placed.length }) });
    }
  }
  if (placed.length !== rows) {
    throw new ErrataError(`${dataSet.name} ${split} has ${placed.length} rows, and ${rows} are published.`, {
      advice: `Remove ${join(storage.cacheFolder, dataSet.name)} and pull again, without the mirror if there is one.`,
    });
  }
  return placed;
}

async function readPrepared(dataSet: DataSet, { prepared }: Split, folder: string): Promise<PlacedItem[]> {
  const path = join(folder, prepared);
  const rows = await readTable(await readPreparedFile(path, dataSet), path);
  return rows.map((row) => {
    const place = `${path}, ${row.place}`;
    return { place, item: checkRow(row.value, { schema: PreparedRow, place, advice: preparedAdvice }) };
  });
}

async function readPreparedFile(path: string, { name }: DataSet): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== "ENOENT") throw cause;
    throw new ErrataError(
      `There is no ${path}, and ERRATA_DATA_DIR says that data is read from there alone.`,
      {
        advice: `Put ${name} there, or unset ERRATA_DATA_DIR and let it be downloaded.`,
        cause,
      },
    );
  }
}
