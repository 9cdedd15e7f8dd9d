import { dataSets, splitsOf, type Whereabouts, whereaboutsOf } from "../../datasets/registry/index.ts";
import type { DataStorage } from "../../datasets/storage/index.ts";
import { type Column, layOutTable } from "../../report/console/table.ts";
import { count } from "../../report/format.ts";
import type { Screen } from "../environment.ts";

const columns: readonly Column[] = [
  { title: "data set", align: "left" },
  { title: "split", align: "left" },
  { title: "problems", align: "right" },
  { title: "here", align: "left" },
  { title: "licence", align: "left" },
];

const words: Readonly<Record<Whereabouts, string>> = {
  prepared: "prepared",
  cached: "downloaded",
  absent: "no",
};

/** Writes every split of every data set, and whether it is on this machine. */
export function listData(storage: DataStorage, output: Screen): void {
  const rows = Object.values(dataSets).flatMap((dataSet) =>
    splitsOf(dataSet).map(([name, { problems }]) => [
      dataSet.name,
      name,
      count(problems),
      words[whereaboutsOf(dataSet, name, storage)],
      dataSet.licence,
    ]),
  );
  const lines = [...layOutTable(columns, rows, output.columns()), "", placeLine(storage)];
  output.write(`${lines.join("\n")}\n`);
}

/** Where data sets are read from, in a sentence. */
export function placeLine({ preparedFolder, cacheFolder }: DataStorage): string {
  return preparedFolder === null
    ? `Downloaded data sets lie in ${cacheFolder}.`
    : `ERRATA_DATA_DIR is set: data sets are read from ${preparedFolder} alone.`;
}
