/** The prompts of an instructor, each with the names that its file may use. */
export const promptVariables = {
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
  /** Writes new problems for one bad case. `solved` lists the `question` and `solution` of problems the model solves. */
  "vary-case": ["count", "answerForm", "question", "solution", "output", "solved"],
  /** Writes new problems like those shown: `problems` lists `question` and `solution`. */
  "vary-problems": ["count", "answerForm", "problems", "question", "solution"],
  /** Solves a problem anew, to see whether its answer holds. */
  solve: ["question", "answerForm"],
  /** Turns an answer that cannot be read into one that can. */
  repair: ["output", "schema"],
} as const satisfies Record<string, readonly string[]>;

export type PromptName = keyof typeof promptVariables;
export const promptNames = Object.keys(promptVariables) as PromptName[];
