import type { Attempt } from "../domain/attempt.ts";
import { createRandom, type Random } from "../foundation/random.ts";
import type {
  Arm,
  Benchmark,
  ReportData,
  ReportedErrorType,
  ReportedSelfCorrection,
  ScoredAttempt,
  StageAccount,
} from "./report-data.ts";

/** A run such as the embedded default makes, with invented figures: for tests of the report alone. */
export function sampleReportData(): ReportData {
  const random = createRandom("report sample");
  const benchmarks = [
    benchmark("word-problems-test", "word problems, unseen", "in-domain", familiarSkills, 25),
    benchmark("word-problems-new", "word problems, new skills and wordings", "out-of-domain", newSkills, 50),
  ];
  const base = new Map(benchmarks.map((each) => [each.id, attemptsAtBase(each, random)]));
  const evaluations = arms.flatMap(({ id, role }) =>
    [1, 2].flatMap((iteration) =>
      benchmarks.map((each) => ({
        armId: id,
        iteration,
        benchmarkId: each.id,
        attempts: attemptsAfter(each, base.get(each.id)!, strength[role] * (0.6 + 0.2 * iteration), random),
      })),
    ),
  );
  return {
    run: {
      name: "default",
      recipe: "sei",
      seed: "7",
      configText: "recipe: sei\nseed: 7\niterations: 2\ntarget:\n  model: embedded\ninstructor: symbolic\n",
      startedAt: "2026-03-01T14:01:00.000Z",
      finishedAt: "2026-03-01T14:05:12.000Z",
      errataVersion: "0.1.0",
      targetModel: "pupil-1m",
      instructor: "symbolic@1",
      primaryScore: "errata",
      benchmarkGrader: "math@4; errata: math@4; paper: mwpbench@2",
      contamination: null,
    },
    arms,
    benchmarks,
    baseEvaluations: benchmarks.map(({ id }) => ({ benchmarkId: id, attempts: base.get(id)! })),
    evaluations,
    stages: arms.flatMap(({ id, role }) => [1, 2].flatMap((iteration) => stagesOf(id, role, iteration))),
    errorTypes: [1, 2].flatMap(errorTypesOf),
    selections: [1, 2].map((iteration) => ({
      armId: "method",
      iteration,
      devSize: 32,
      scores: selectionScores(150, 60, random),
    })),
    overlap: {
      nGram: 13,
      rougeL: 0.7,
      arms: [
        {
          armId: "method",
          benchmarkId: benchmarks[0]!.id,
          examples: 120,
          problems: benchmarks[0]!.problems.length,
          nGrams: { examples: 2, problems: 1, worst: [{ ...overlappingPair, shared: 4 }] },
          questions: { examples: 1, problems: 1, worst: [{ ...overlappingPair, rougeL: 0.82 }] },
        },
      ],
    },
    trainings: arms.flatMap(({ id, role }, arm) =>
      [1, 2].map((iteration) => ({
        armId: id,
        iteration,
        adapter: {
          key: `${id}-${iteration}`,
          digest: `${arm}${iteration}`.repeat(32),
          examples: 60 * iteration,
          trainedTokens: 28_800 * iteration,
          skipped: [],
          losses: losses(60 * iteration, role === "untargeted" ? 0.5 : 0.7, random),
        },
      })),
    ),
    selfCorrection: sampleSelfCorrection(),
    warnings: [],
  };
}

/** Two beginnings: the method turns back after both, the base model after neither. */
export function sampleSelfCorrection(): ReportedSelfCorrection {
  const benchmark = "word-problems-test";
  const problemIds = ["word-problems-test-0-0", "word-problems-test-0-1"];
  const continuationsOf = (turnsBack: boolean) =>
    problemIds.flatMap((problemId) =>
      (["wrong", "right"] as const).map((prefix) => ({
        benchmark,
        prefix,
        turnsBack,
        attempt: {
          problemId,
          output: turnsBack ? "\nWait, <that> is the wrong operation." : "\n#### 7",
          prediction: "7",
          verdict: turnsBack === (prefix === "wrong") ? ("right" as const) : ("wrong" as const),
          how: "number after ####",
        },
      })),
    );
  const labels = ["operator_error", "calculation_error"] as const;
  return {
    prefixes: problemIds.map((problemId, index) => ({
      ...{ benchmark, problemId, lastStep: 0, label: labels[index]! },
      ...{ wrong: "3 + 4 = 7 apples.", right: "3 * 4 = 12 apples." },
    })),
    models: [
      { armId: null, iteration: 0, continuations: continuationsOf(false) },
      { armId: "method", iteration: 2, continuations: continuationsOf(true) },
    ],
  };
}

/** A run that has only begun: nothing but its identity. */
export function emptyReportData(): ReportData {
  const { run } = sampleReportData();
  const lists = { benchmarks: [], baseEvaluations: [], evaluations: [], stages: [], errorTypes: [] };
  return {
    run: { ...run, finishedAt: null },
    arms: [],
    ...lists,
    selections: [],
    trainings: [],
    overlap: { nGram: 13, rougeL: 0.7, arms: [] },
    selfCorrection: null,
    warnings: [],
  };
}

const arms: Arm[] = [
  {
    id: "method",
    role: "method",
    title: "SEI",
    explanation: "Problems written for the model's error types, the best by one-shot score.",
  },
  {
    id: "random-selection",
    role: "random-selection",
    title: "random selection",
    explanation: "As many problems drawn at random from the same pool.",
  },
  {
    id: "untargeted",
    role: "untargeted",
    title: "untargeted",
    explanation: "As many problems of the generator, written without looking at the errors.",
  },
];
const overlappingPair = {
  exampleId: "sei-1-synthetic-1-units-0-3",
  problemId: "test-7",
  example: "A shop sells 12 <red> pens a day.",
  problem: "A shop sells 15 red pens a day.",
};

const strength = { method: 0.42, "random-selection": 0.3, untargeted: 0.18, baseline: 0.2 };

const familiarSkills = [
  ...["age", "area", "average", "change", "comparison", "discount", "groups", "money", "perimeter", "rate"],
  ...["ratio", "remainder", "sharing", "speed", "tax", "time", "two-step change", "unit conversion"],
  ...["unit price", "work together"],
];
const newSkills = ["fractions of a whole", "mixtures", "familiar skills, new wordings"];
const things = ["apples", "marbles", "stickers", "pencils", "muffins", "shells"];
const people = ["Ana", "Boris", "Chidi", "Dana", "Emre", "Farah"];

function benchmark(
  id: string,
  title: string,
  domain: Benchmark["domain"],
  skills: readonly string[],
  problemsPerSkill: number,
): Benchmark {
  const problems = skills.flatMap((skill, skillIndex) =>
    Array.from({ length: problemsPerSkill }, (_, index) => ({
      ...wordProblem(`${id}-${skillIndex}-${index}`, skill, index),
      errorTypeIds: [["wrong-operation", "unit-not-converted", "stopped-early"][index % 3]!],
    })),
  );
  return { id, title, domain, problems };
}

function wordProblem(id: string, skill: string, index: number) {
  const [boxes, each, given] = [3 + (index % 7), 4 + (index % 5), 2 + (index % 3)];
  const thing = things[index % things.length]!;
  const person = people[index % people.length]!;
  const answer = boxes * each - given;
  return {
    id,
    question: `${person} fills ${boxes} boxes with ${each} ${thing} each and gives ${given} ${thing} away. How many ${thing} are left?`,
    solution: `${person} packs ${boxes} * ${each} = ${boxes * each} ${thing}.\n${boxes * each} - ${given} = ${answer} ${thing} are left.\n#### ${answer}`,
    answer: String(answer),
    skill,
  };
}

type SampleProblem = ReturnType<typeof wordProblem>;

function attemptAt(
  { id, solution, answer }: Pick<SampleProblem, "id" | "solution" | "answer">,
  right: boolean,
): Attempt {
  const wrongAnswer = String(Number(answer) + 4);
  return {
    problemId: id,
    output: right ? solution : solution.replaceAll(answer, wrongAnswer).replace(" - ", " + "),
    prediction: right ? answer : wrongAnswer,
    verdict: right ? "right" : "wrong",
    how: "number after ####",
  };
}

/** The paper's rule takes a right answer with another unit for wrong now and then. */
function scoredAttemptAt(problem: Benchmark["problems"][0], right: boolean): ScoredAttempt {
  const attempt = attemptAt(problem, right);
  const { prediction, verdict, how } = attempt;
  const errata = { prediction, verdict, how };
  const isMissed = Number(problem.answer) % 17 === 0;
  return { ...attempt, scores: { errata, paper: isMissed ? { ...errata, verdict: "wrong" } : errata } };
}

function attemptsAtBase({ problems }: Benchmark, random: Random): ScoredAttempt[] {
  const difficulty = new Map(problems.map(({ skill }) => [skill, 0.15 + 0.75 * random.next()]));
  return problems.map((problem) => scoredAttemptAt(problem, random.next() < difficulty.get(problem.skill)!));
}

function attemptsAfter(
  { problems, domain }: Benchmark,
  before: readonly ScoredAttempt[],
  fixed: number,
  random: Random,
): ScoredAttempt[] {
  const fixRate = domain === "in-domain" ? fixed : fixed / 3;
  return problems.map((problem, index) =>
    scoredAttemptAt(
      problem,
      before[index]!.verdict === "right" ? random.next() > 0.09 : random.next() < fixRate,
    ),
  );
}

function selectionScores(candidates: number, kept: number, random: Random) {
  const drawn = Array.from({ length: candidates }, (_, index) => {
    const right = Math.round(32 * (0.3 + 0.12 * (random.next() + random.next() + random.next())));
    return { problemId: `synthetic-${index}`, score: right / 32 };
  }).sort((one, other) => other.score - one.score);
  return drawn.map(({ problemId, score }, index) => ({
    problemId,
    errorTypeId: ["wrong-operation", "unit-not-converted", "stopped-early"][index % 3]!,
    exactMatchBad: score,
    exactMatchGood: score,
    score,
    evaluations: 32,
    rank: index + 1,
    selected: index < kept,
  }));
}

const losses = (steps: number, floor: number, random: Random): number[] =>
  Array.from({ length: steps }, (_, step) => floor + 0.9 * Math.exp(-step / 18) + 0.12 * random.next());

function stagesOf(armId: string, role: Arm["role"], iteration: number): StageAccount[] {
  const account = (
    stage: string,
    total: number,
    rest: Partial<StageAccount> & { notDone?: Record<string, number> } = {},
  ): StageAccount => {
    const { notDone = {} } = rest;
    const lost = Object.values(notDone).reduce((sum, items) => sum + items, 0);
    const tokens = { calls: 0, cachedCalls: 0, inputTokens: 0, outputTokens: 0, estimatedCalls: 0, cost: 0 };
    return {
      armId,
      iteration,
      stage,
      in: total,
      done: total - lost,
      pending: 0,
      seconds: 1.2,
      ...tokens,
      ...rest,
      notDone,
    };
  };
  const trained = [
    account("train", 60 * iteration, { seconds: 18.4 }),
    account("evaluate", 650, { calls: 650, inputTokens: 52_000, outputTokens: 39_000, seconds: 9.3 }),
  ];
  if (role !== "method") return [account("choose", 60, { seconds: 0.1 }), ...trained];
  return [
    account("attempt", 800, { calls: 800, inputTokens: 60_000, outputTokens: 48_000, seconds: 11.5 }),
    account("diagnose", 340 - 60 * iteration, { notDone: { "no step to compare": 6 } }),
    account("cluster", 24),
    account("review", 12, { notDone: { "merged or excluded": 2 } }),
    account("synthesize", 260, {
      notDone: {
        "not-novel-in-pool": 38,
        "not-novel-among-kept": 51,
        "answer-disagrees": 9,
        "quota-reached": 12,
      },
      seconds: 2.8,
    }),
    account("select", 150, {
      notDone: { "below the line": 90 },
      calls: 4800,
      inputTokens: 1_104_000,
      outputTokens: 288_000,
      seconds: 41,
    }),
    ...trained,
  ];
}

function errorTypesOf(iteration: number): ReportedErrorType[] {
  const types = [
    [
      "wrong-operation",
      "Wrong operation",
      "Adds, subtracts, multiplies or divides where the story asks for another operation.",
      96,
      "added instead of subtracting",
    ],
    [
      "unit-not-converted",
      "Unit not converted",
      "Calculates with minutes and hours, or grams and kilograms, as if they were one unit.",
      74,
      "minutes used as hours",
    ],
    [
      "stopped-early",
      "Stopped early",
      "The last step of the solution is missing, so an intermediate result is given as the answer.",
      51,
      "gave the total before the discount",
    ],
    [
      "arithmetic-slip",
      "Arithmetic slip in multiplication",
      "The operation and the numbers are right, the product is not.",
      33,
      "product off by ten",
    ],
    [
      "wrong-base",
      "Percentage of the wrong base",
      "Takes the percentage of the new amount, or of another quantity of the question.",
      20,
      "percentage of the reduced price",
    ],
  ] as const;
  return types.map(([id, name, explanation, size, phrase], index) => {
    const badCases = Math.round(size * (iteration === 1 ? 1 : 0.7));
    const problem = wordProblem(`train-${iteration}-${index}`, familiarSkills[index * 3]!, index + iteration);
    return {
      iteration,
      id,
      name,
      explanation,
      badCases,
      keyphrases: [
        { text: phrase, count: Math.ceil(badCases * 0.6) },
        { text: `${phrase} in the second step`, count: Math.floor(badCases * 0.4) },
      ],
      rightAfter: [1, 2]
        .filter((later) => later >= iteration)
        .map((later) => ({
          iteration: later,
          right: Math.round(badCases * (0.5 - 0.07 * index) * (later === 2 ? 1.25 : 1)),
        })),
      examples: [
        {
          problem,
          attempt: attemptAt(problem, false),
          keyphrase: phrase,
          diagnosis: "The second step adds where the story takes away.",
          later: [1, 2]
            .filter((later) => later >= iteration)
            .map((later) => ({ iteration: later, attempt: attemptAt(problem, later === 2) })),
        },
      ],
    };
  });
}
