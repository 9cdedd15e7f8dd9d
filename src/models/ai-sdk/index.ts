export { type AiSdkModelOptions, createAiSdkModel } from "./language-model.ts";
export { modelSource } from "./model-source.ts";
export { createAiSdkServer } from "./server.ts";
export { AiSdkSettings } from "./settings.ts";
