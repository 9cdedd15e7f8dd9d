/** How an instructor is asked. */
export interface Protocol<Task extends string> {
  /** Also the name of its folder of prompts. */
  readonly name: string;
  readonly temperature: Readonly<Record<Task, number>>;
  readonly maxOutputTokens: Readonly<Record<Task, number>>;
}

/** What every instructor is asked: to write new problems (at length, as for an error type), and to solve problems. */
export type WritingTask = "synthesize" | "solve";

/** What Self-Error-Instruct asks of an instructor. */
export type SeiTask = "diagnose" | "cluster" | WritingTask;

/** How it works for error types: what it is shown, and in which order. */
export interface SeiProtocol extends Protocol<SeiTask> {
  /** Phrases that are grouped in one call. */
  readonly phrasesPerCall: number;
  /** `alphabetical` puts like phrases into one call, and so biases the types that the first call makes. */
  readonly phraseOrder: "shuffled" | "alphabetical";
  /** Whether types that mean the same are joined once all phrases have one. */
  readonly mergesTypes: boolean;
  /** Whether it is asked for the line of the mistake and an explanation, beside the phrase. */
  readonly explainsDiagnoses: boolean;
  /** Whether outputs that hold no reasoning to its end (empty, cut, declined) are diagnosed as well. */
  readonly diagnosesAllOutputs: boolean;
}

/** Enough for 20 problems, and for a solution. */
export const writingTokens = { synthesize: 12_288, solve: 2_048 } as const;

/** Enough for 100 phrases in groups. */
const maxOutputTokens = { diagnose: 1_024, cluster: 8_192, ...writingTokens };

/**
 * As the authors' scripts ask (papers' sections 1.3 to 1.5): the provider's default temperature, phrases in lines of
 * about 100 in alphabetical order, the names of existing clusters alone, questions and solutions alone.
 */
const seiPaper: SeiProtocol = {
  name: "sei-paper",
  phrasesPerCall: 100,
  phraseOrder: "alphabetical",
  mergesTypes: false,
  explainsDiagnoses: false,
  diagnosesAllOutputs: true,
  temperature: { diagnose: 1, cluster: 1, synthesize: 1, solve: 1 },
  maxOutputTokens,
};

/**
 * The same without its known faults: the cause is explained, the order of phrases means nothing, and problems are
 * written for a named type by whoever has seen the wrong outputs. Judgements are greedy; only writing is varied.
 */
const sei: SeiProtocol = {
  name: "sei",
  phrasesPerCall: 100,
  phraseOrder: "shuffled",
  mergesTypes: true,
  explainsDiagnoses: true,
  diagnosesAllOutputs: false,
  temperature: { diagnose: 0, cluster: 0, synthesize: 1, solve: 0.7 },
  maxOutputTokens,
};

export const seiProtocols = { sei, "sei-paper": seiPaper } as const;
