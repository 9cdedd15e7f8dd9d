/** What is asked of a language model. */
export interface GenerationRequest {
  /** The whole prompt as the model sees it. */
  prompt: string;
  maxOutputTokens: number;
  /** 0 is greedy decoding. */
  temperature: number;
  /** Generation ends before the first of these. */
  stop?: readonly string[];
  /** Distinguishes samples of the same prompt at temperature > 0. */
  seed?: number;
  /** Instructions apart from the prompt, for models that are chatted with. */
  system?: string;
  /** What was said before the prompt, oldest first, for models that are chatted with: others find it in their prompt. */
  earlier?: readonly ChatRound[];
  /** Asks for JSON of this schema, where the model can be held to it; elsewhere the prompt has to ask. */
  jsonSchema?: Readonly<Record<string, unknown>>;
  /** The problem this request is about. Saved generations are found by it; live models ignore it. */
  problemId?: string;
}

/** A message of the user and the model's answer to it. */
export type ChatRound = Readonly<Record<"prompt" | "answer", string>>;

export interface Generation {
  text: string;
  /** What a model that reasons apart from its answer wrote there. */
  reasoning?: string;
  /** `length`: cut at `maxOutputTokens`. `refusal`: the model or its provider would not answer. */
  finishReason: "stop" | "length" | "refusal";
  usage: TokenUsage;
}

export interface TokenUsage {
  inputTokens: number;
  outputTokens: number;
  /** The server did not count them: they are told by the length of the texts. */
  isEstimated?: true;
}

/** A text of which it is asked how likely the model would write it. */
export interface ScoreRequest {
  /** The whole prompt as the model sees it. */
  prompt: string;
  continuation: string;
}

export interface Score {
  /** Natural logarithm, over all tokens of the continuation together. */
  logLikelihood: number;
  /** Of the continuation, at least 1. */
  tokens: number;
}

/**
 * A model that continues a prompt.
 *
 * Adapters promise: the same request to the same `id` at temperature 0 gives the same text, whatever else is in
 * flight; `generate` may be called up to `concurrency` times at once; a failure is an exception, never an empty
 * text; an aborted signal rejects promptly, but for what was sent and is paid for, which may be answered meanwhile.
 */
export interface LanguageModel {
  /** Everything that determines the output apart from the request: part of every cache key. */
  readonly id: string;
  /** The name under which its answers are paid for, where that is not its `id`: the same answers at another price. */
  readonly billedAs?: string;
  /** How many requests the model can usefully hold in flight. */
  readonly concurrency: number;
  generate(request: GenerationRequest, signal?: AbortSignal): Promise<Generation>;
  /** How likely it goes on from the prompt with the continuation, where the model tells. Promises as for `generate`. */
  score?(request: ScoreRequest, signal?: AbortSignal): Promise<Score>;
  close?(): Promise<void>;
}
