/** What a key of the configuration means, and what to show where a configuration does not set it. */
export interface KeyExplanation {
  text: string;
  /** A value to copy; without one, the key is a group of further keys. */
  sample?: unknown;
  keys?: Readonly<Record<string, KeyExplanation>>;
}

/** Every key of a configuration apart from the settings of stages, in the order in which a person decides. */
export const configKeys: Readonly<Record<string, KeyExplanation>> = {
  name: { text: "Name of the run; it lies in runs/<name>.", sample: "run" },
  out: { text: "Folder of the run, in place of runs/<name>.", sample: "runs/elsewhere" },
  recipe: {
    text: "sei: Self-Error-Instruct without its known faults; sei-paper: as its authors ran it; or a baseline, of the names\nunder controls.",
    sample: "sei",
  },
  controls: {
    text: "Baselines beside the method, each with as many training examples: self-instruct, llms-as-instructors,\nllms-as-instructors-contrastive, gold-sft, rft, format-control. docs/baselines.md tells what each is.",
    sample: ["self-instruct", "gold-sft"],
  },
  seed: { text: "Every random choice follows from it: equal seeds, equal runs.", sample: "0" },
  iterations: { text: "How often the loop is gone through.", sample: 3 },
  until: { text: "End after this stage of the first iteration.", sample: "synthesize" },
  target: {
    text: "The model to improve. embedded: the pupil (`pupil: reflective` has read how solvers turn back), or a Llama-shaped model in\n`directory`, on so many `threads`; replay: saved generations, whose `fields` say which field holds the problem's id and the\ntext; openai-compatible: a server at `baseUrl`, asked for `model` by a `prompt` that is a chat or a completion; openai,\nanthropic, google: a `model` of theirs; in TypeScript also ai-sdk: a model object of any other provider. docs/models.md tells more.",
    sample: { kind: "embedded", directory: "models/mine", threads: 2 },
  },
  template: {
    text: "How a question becomes a prompt: alpaca, step-by-step (LEMMA's), question (itself, for chat models), or question-and-solution (the pupil's own).",
    sample: "alpaca",
  },
  instructor: {
    text: "Who names the causes of mistakes and writes problems. symbolic: offline and exact; llm: a language model, by the\nprompts of a protocol (sei, sei-paper; lemma, lemma-paper; the recipe's own without it), or by those of the folder `prompts`. A model\nof openai with batch: {} is asked in batches, at half the price and within a day.",
    sample: { kind: "llm", model: { kind: "openai", model: "gpt-4o" }, protocol: "sei", prompts: "prompts" },
  },
  grader: {
    text: "What decides whether an attempt is right: math, choice; sei-paper, mwpbench and qwen2.5-math judge as the papers' code\ndid; in TypeScript also a function, (output, answer) => boolean. Without it, math, and in the recipe sei-paper what its\npaper used.",
    sample: "math",
  },
  benchmarkGrader: { text: "The grader of the benchmarks, where it is another.", sample: "mwpbench" },
  trainer: {
    text: "Who trains. embedded: LoRA for the embedded target, in this process; trl: Hugging Face's trl on PyTorch, in a Python\nenvironment that is made once; llama-factory, axolotl: these tools, where they are installed; openai: a provider's\nfine-tuning; command: a program of your own. docs/training.md tells more.",
    sample: { kind: "trl", model: "HuggingFaceTB/SmolLM2-135M-Instruct" },
  },
  data: {
    text: "Problems. A source is { dataset, split, part, limit }, { file, fields, part, limit, split } or { wordProblems, count }, or a\nlist of these. dataset: a published one, see `errata data list`; limit: the first so many;\nfields: { question: problem } reads the question from the field `problem`; part: [0, 0.8] and [0.8, 1] share no\nproblem; split: test marks the run as contaminated where seeds or dev problems come from it.\nRelative paths start from the folder of this file.",
    keys: {
      seeds: { text: "Problems whose failed attempts are learnt from." },
      dev: {
        text: "Problems on which selection scores its candidates; none may be a seed or in a benchmark.",
        sample: { file: "data/dev.jsonl", limit: 500 },
      },
      benchmarks: {
        text: "By name: problems that only evaluation reads.",
        sample: { "held-out": { file: "data/test.jsonl", split: "test" } },
      },
      outOfDomain: {
        text: "Benchmarks that hold kinds of problem which the seeds do not.",
        sample: ["another-benchmark"],
      },
      novelFrom: {
        text: "Further problems that new ones must differ from.",
        sample: { file: "data/other.jsonl" },
      },
      mathchat: {
        text: "Files of the MathChat benchmark, whose dialogues are held in the place of made ones.",
        sample: { followUps: "data/follow_up.jsonl", errorCorrections: "data/error_correction.jsonl" },
      },
    },
  },
  prices: {
    text: "US dollars per million tokens, by the name of a model: where the listed price is unknown or is not what you pay.",
    sample: { "gpt-4o": { input: 2.5, output: 10 } },
  },
  budget: {
    text: "The most that the run may pay for its models, in US dollars: it stops before it would pay more, and goes on once this\nis raised.",
    sample: { usd: 20 },
  },
  overlap: {
    text: "When the report says that a training example stands in a benchmark: so many words in a row in both, or questions alike\nby more than this Rouge-L F-measure. Nothing is chosen by it.",
    sample: { nGram: 13, rougeL: 0.7 },
  },
  stages: {
    text: "Settings of stages, laid over the recipe's. What is commented out is what holds without it.",
  },
};

const examples = "Training examples to make in an iteration.";

const writing = {
  problemsPerCall: "New problems that the instructor is asked for at once.",
  noveltyThreshold: "Largest Rouge-L F-measure that a new problem may have to a known one.",
  verify:
    "recompute: every step is computed anew; votes: independent solutions must agree; auto: votes where the instructor is\na language model, else recompute; none: answers are believed.",
  votes: "With verify: votes, so many solutions of the instructor, of which more than half must agree.",
  patience: "What keeps nothing for so many rounds in a row (an error type, a bad case) is given up.",
};

/** The settings of every stage that has some. */
export const stageSettings: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  attempt: {
    problems:
      "seeds, or seeds-and-synthetic: what earlier iterations wrote is attempted too, and learnt from where it is wrong.",
    maxOutputTokens: "Longer answers are cut, and counted as cut.",
  },
  review: {
    waitForPerson: "Wait for a person to edit review-<iteration>.yaml, as `errata run --review` does.",
  },
  synthesize: {
    problems: "Problems to keep in an iteration, shared among the error types by their sizes.",
    seedsAtFirst: "Bad cases shown to the instructor while a type has few kept problems.",
    seedsLater: "Bad cases shown afterwards.",
    keptShown: "Problems already kept that are shown beside them.",
    seedsFrom: "type: bad cases of the type itself; all: of any type.",
    ...writing,
  },
  sample: {
    samples: "Outputs to draw for every seed problem.",
    temperature: "At which temperature they are drawn.",
    maxOutputTokens: "Longer answers are cut, and counted as cut.",
  },
  "self-instruct": {
    examples,
    shown: "Problems shown to the instructor in a call.",
    keptShown: "Problems that it wrote already, of those shown.",
    ...writing,
  },
  "llms-as-instructors": {
    examples,
    neighbours: "Problems that the target solves, shown beside a bad case: those nearest to it by Rouge-L.",
    ...writing,
  },
  "gold-sft": {
    examples,
    cases: "bad: bad cases alone; all: any seed problems, which is plain fine-tuning.",
  },
  rft: { examples },
  "format-control": {
    examples,
    solutions: "own: what the target wrote; reference: the reference solutions of the same problems.",
  },
  "collect-errors": {
    injectionsPerProblem:
      "Mistakes injected into a problem, on average; labels are as frequent as in the target's own samples.",
    triesPerProblem: "How often a label is tried in one problem at most.",
    problems: "with-mistakes: injects into problems with a wrong sample; all: into every seed problem.",
    verifyLabel: "Drops an injection in which the analysis of the text finds another label.",
  },
  mix: {
    injectedShare: "Share of corrections of injected mistakes; null: as many as there are.",
    restartShare: "Share of Fresh & Restart; null: as many as there are.",
    perLabel: "Most corrections of one label; null: no bound.",
    sequences: "Most corrections in all; null: no bound.",
    learns:
      "sequence: the wrong beginning with its correction; continuation: the correction alone, the beginning in the prompt.",
    rightSolutions: "Right solutions beside each correction, which show that not every beginning is wrong.",
    rehearsal:
      "The target's own right samples beside each correction, so that it does not unlearn what it can.",
    similarity: "Largest Rouge-L F-measure of two corrections of one problem and kind.",
  },
  select: {
    strategy:
      "exact: score every candidate on every dev case; racing: on as few as decide; loss: by likelihoods; less: by gradients; diversity: those that differ most; random.",
    devBad: "Dev cases that the target gets wrong.",
    devGood: "Dev cases that the target gets right.",
    keep: "Share of the candidates to keep.",
    quota: "per-type: the share is kept of every error type; none: of all together.",
    scorer: "base: the base model's answers count; adapted: those of the newest adapter.",
    maxOutputTokens: "Longer answers are cut, and counted as cut.",
    evaluations: "racing: the most evaluations, as a share of those that exact makes.",
    error: "racing: ends early where no larger share of the chosen is expected not to be among the best.",
    warmUp: "less: trains on a share of the candidates first, with these settings as in train.",
  },
  train: {
    mode: "from-scratch: the base model on all selected so far; continue: the last adapter on what is new.",
    method: "lora: low-rank matrices beside the weights; full: the weights themselves.",
    rank: "Rank of the LoRA matrices.",
    alpha: "The product of the LoRA matrices is scaled by alpha / rank.",
    dropout: "Dropout before the LoRA matrices.",
    targetModules: "Projections that are adapted.",
    learningRate: "Peak learning rate of AdamW.",
    schedule: "How the learning rate falls after its warm-up: linear or cosine.",
    warmupRatio: "Share of the steps in which the learning rate rises.",
    weightDecay: "Weight decay of AdamW.",
    epochs: "Times that every example is seen.",
    batchSize: "Examples a step, over all devices together.",
    maxSequenceLength: "Tokens of an example; longer ones are skipped, and counted.",
    seed: "Order of the examples, dropout and first weights.",
    heldOut:
      "So many dev problems on whose reference solutions the loss is measured, too; nothing is learned from them.",
  },
  "diagnose-benchmarks": {
    enabled:
      "Whether the instructor names the causes of wrong answers on the benchmarks, for the report alone; auto: only where it\nis no language model.",
  },
  evaluate: { maxOutputTokens: "Longer answers are cut, and counted as cut." },
  "forced-prefixes": {
    problems: "Benchmark problems on which self-correction is measured; 0: it is not measured.",
    triesPerProblem: "Kinds of mistake that are tried in a problem before another one is taken.",
  },
  "analyse-benchmarks": {
    enabled:
      "Whether the instructor names the mistakes in wrong answers on the benchmarks, for the report alone; auto: only where\nit is no language model.",
  },
  "self-correction": { maxOutputTokens: "Longer continuations are cut, and counted as cut." },
  majority: {
    samples: "Outputs to draw for every benchmark problem: the k of Maj@k.",
    temperature: "At which temperature they are drawn.",
    maxOutputTokens: "Longer answers are cut, and counted as cut.",
  },
  dialogues: {
    problems:
      "Benchmark problems about which further questions are asked, and as many with a wrong answer to correct; 0: none.",
    triesPerProblem: "Kinds of mistake that are tried in a problem before another one is taken.",
  },
  converse: {
    rounds:
      "messages: rounds are messages of a chat; text: they stand in one text, which the target continues.",
    maxOutputTokens: "Longer answers are cut, and counted as cut.",
  },
};
