export { type DataSetName, dataSets, splitNamed, splitsOf } from "./catalogue.ts";
export type { DataSet, SplitName } from "./data-set.ts";
export { type LoadedSplit, loadDataSet } from "./load-data-set.ts";
export { pullFile } from "./published-file.ts";
export { type Whereabouts, whereaboutsOf } from "./whereabouts.ts";
