/** The part of `node-llama-cpp` that is used here; the tests on a real model call all of it. */
export interface LlamaCppModule {
  getLlama(options: {
    gpu: false | "auto";
    build: "never";
    skipDownload: boolean;
    maxThreads: number;
    logLevel: "error";
    progressLogs: boolean;
  }): Promise<Llama>;
  LlamaGrammarEvaluationState: new (options: { model: LlamaModel; grammar: Grammar }) => GrammarState;
}

/** Opaque to us. */
export type Grammar = object;
export type GrammarState = object;
export type Token = number;

export interface Llama {
  /** The accelerator in use. */
  readonly gpu: string | false;
  loadModel(options: { modelPath: string; gpuLayers?: number }): Promise<LlamaModel>;
  createGrammarForJsonSchema(schema: Readonly<Record<string, unknown>>): Promise<Grammar>;
  dispose(): Promise<void>;
}

export interface LlamaModel {
  readonly tokens: {
    readonly bos: Token | null;
    readonly bosString: string | null;
    readonly eosString: string | null;
    readonly shouldPrependBosToken: boolean;
  };
  readonly fileInfo: {
    readonly metadata: {
      readonly general: { readonly architecture: string };
      readonly tokenizer?: { readonly chat_template?: string };
    };
    /** The metadata under the architecture's own name. */
    readonly architectureMetadata: {
      readonly attention?: { readonly head_count?: unknown; readonly head_count_kv?: unknown };
    };
  };
  readonly trainContextSize: number;
  tokenize(text: string, specialTokens: boolean): Token[];
  /** Without special tokens; `lastTokens` came before. */
  detokenize(tokens: readonly Token[], specialTokens: false, lastTokens: readonly Token[]): string;
  createContext(options: ContextOptions): Promise<LlamaContext>;
}

export interface ContextOptions {
  contextSize: number;
  sequences: number;
  threads?: number;
  /** Path of a GGUF adapter. */
  lora?: string;
}

export interface LlamaContext {
  getSequence(): Sequence;
  dispose(): Promise<void>;
}

/** One text that grows; those of a context are decoded together. */
export interface Sequence {
  /** Tokens that it can hold. */
  readonly contextSize: number;
  clearHistory(): Promise<void>;
  /** The tokens that follow, until the model ends. */
  evaluate(tokens: Token[], options: SamplingOptions): AsyncGenerator<Token, void>;
}

export interface SamplingOptions {
  temperature: number;
  seed: number;
  /** 0, 1 and 0 leave every token in. */
  topK: number;
  topP: number;
  minP: number;
  grammarEvaluationState?: GrammarState;
  /** Whether the generator goes on after the model ended. */
  yieldEogToken?: boolean;
}
