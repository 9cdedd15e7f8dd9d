/** The prompts that every protocol has, each with the names that its file may use. */
const sharedVariables = {
  /** Writes new problems for one bad case. `solved` lists the `question` and `solution` of problems the model solves. */
  "vary-case": ["count", "answerForm", "question", "solution", "output", "solved"],
  /** Writes new problems like those shown: `problems` lists `question` and `solution`. */
  "vary-problems": ["count", "answerForm", "problems", "question", "solution"],
  /** Solves a problem anew, to see whether its answer holds. */
  solve: ["question", "answerForm"],
  /** Writes two questions that go on from a solved problem. */
  "follow-up": ["question", "solution", "answerForm"],
  /** Turns an answer that cannot be read into one that can. */
  repair: ["output", "schema"],
} as const satisfies Record<string, readonly string[]>;

/** The prompts of SEI's protocols. */
const seiVariables = {
  /** The cause of the first mistake of a bad case. `steps` lists the lines of the output: `number`, `text`. */
  diagnose: ["question", "solution", "answer", "output", "prediction", "steps", "number", "text"],
  /** Groups the first phrases. `phrases` lists `phrase`. */
  "cluster-seed": ["phrases", "phrase"],
  /** Sorts further phrases into the types there are (`types`: `name`, `explanation`), or new ones. */
  "cluster-extend": ["types", "name", "explanation", "phrases", "phrase"],
  /** Joins types that mean the same. `types` lists `name`, `explanation`, `size` and `examples`. */
  "cluster-merge": ["types", "name", "explanation", "size", "examples"],
  /**
   * Writes new problems. `badCases` lists `question`, `solution`, `output`, `prediction`, `keyphrase` and `cause`;
   * `kept` lists `question` and `solution`.
   */
  synthesize: [
    "count",
    "typeName",
    "typeExplanation",
    "keyphrases",
    "answerForm",
    "badCases",
    "kept",
    "number",
    "question",
    "solution",
    "answer",
    "output",
    "prediction",
    "keyphrase",
    "cause",
  ],
  ...sharedVariables,
} as const satisfies Record<string, readonly string[]>;

/** What a correction of a mistake may be told of it; `step` is the wrong step, `prefix` all up to and including it. */
const mistake = [
  "question",
  "answer",
  "answerForm",
  "prefix",
  "step",
  "label",
  "definition",
  "explanation",
  "opening",
] as const;

/** The prompts of LEMMA's protocols. */
const lemmaVariables = {
  /**
   * The first wrong step of a solution. `steps` lists its steps (`number`, `text`), `labels` the kinds of mistake
   * (`name`, `definition`, `example`).
   */
  analyse: [
    "question",
    "solution",
    "answer",
    "steps",
    "number",
    "text",
    "labels",
    "name",
    "definition",
    "example",
  ],
  /** Solves a problem with one mistake of a kind. */
  inject: ["question", "solution", "answer", "label", "definition", "example", "answerForm"],
  /** Repairs the wrong step and goes on. `opening` is how the solver turns back. */
  fix: [...mistake, "solution"],
  /** Turns to another solution, the `alternative`. */
  restart: [...mistake, "alternative"],
  /** Writes a correction again, so that it follows from the wrong beginning without a break. */
  smooth: ["question", "prefix", "continuation"],
  ...sharedVariables,
} as const satisfies Record<string, readonly string[]>;

export const promptVariables = { ...seiVariables, ...lemmaVariables } as const;

export type SharedPromptName = keyof typeof sharedVariables;
export type SeiPromptName = keyof typeof seiVariables;
export type LemmaPromptName = keyof typeof lemmaVariables;
export type PromptName = keyof typeof promptVariables;
export const seiPromptNames = Object.keys(seiVariables) as SeiPromptName[];
export const lemmaPromptNames = Object.keys(lemmaVariables) as LemmaPromptName[];
