export { type CellOutcome, readCellOutcome } from "./cell-outcome.ts";
export type { Cell } from "./cells.ts";
export { consoleText } from "./console-text.ts";
export { resultsCsv } from "./csv.ts";
export { intervalDrawing } from "./interval-drawing.ts";
export { type Experiment, loadExperiment } from "./load-experiment.ts";
export { resultsMarkdown } from "./markdown.ts";
export { type ExperimentResults, resultsOf } from "./results.ts";
export { shareResponses } from "./share-responses.ts";
