export { type BatchedFetchOptions, createBatchedFetch } from "./batched-fetch.ts";
export { type BatchJournal, batchesUnderWay, openBatchJournal } from "./journal.ts";
export { BatchSettings } from "./settings.ts";
