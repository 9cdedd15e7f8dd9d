export { readApiKey, type Variables } from "./api-key.ts";
export { type Batching, billedInBatches } from "./batched-model.ts";
export { failedCall } from "./failed-call.ts";
export { failureOf } from "./failure-of.ts";
export { type AiSdkModelOptions, createAiSdkModel } from "./language-model.ts";
export { modelSource } from "./model-source.ts";
export { nodeFetch } from "./node-fetch.ts";
export { billedFineTuned, createAiSdkServer } from "./server.ts";
export { AiSdkSettings, batchSettingsOf } from "./settings.ts";
