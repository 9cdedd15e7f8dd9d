import type { LanguageModel } from "./language-model.ts";

/** Makes a base model, with or without what a training made of it, callable. */
export interface ModelServer {
  /** The base model's identity: name and a digest of its weights, without any adapter. */
  readonly baseId: string;
  /** `adapterDirectory` holds trained weights in one of the forms of `TrainedWeights`; null serves the base model. The caller closes the model. */
  serve(adapterDirectory: string | null, signal?: AbortSignal): Promise<LanguageModel>;
  /** Ends what the server itself holds (worker threads, processes). */
  close(): Promise<void>;
}
