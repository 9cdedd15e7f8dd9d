export { type BatchedCallsOptions, createBatchedCalls } from "./batched-calls.ts";
export { type BatchJournal, batchesUnderWay, openBatchJournal } from "./journal.ts";
export { BatchSettings } from "./settings.ts";
