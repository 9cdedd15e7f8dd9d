export { type DataSetName, dataSets, splitNamed, splitsOf } from "./catalogue.ts";
export type { DataSet, Split, SplitName } from "./data-set.ts";
export { type LoadedSplit, loadDataSet } from "./load-data-set.ts";
export { cachePath, type PulledFile, pullFile } from "./published-file.ts";
