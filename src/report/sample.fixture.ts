import { createRandom, type Random } from "../foundation/random.ts";
import type { Arm, ReportData } from "./report-data.ts";
import { attemptsAfter, attemptsAtBase } from "./sample/attempts.fixture.ts";
import { sampleDialogues } from "./sample/dialogues.fixture.ts";
import { errorTypesOf } from "./sample/error-types.fixture.ts";
import { sampleMistakes } from "./sample/mistakes.fixture.ts";
import { benchmark, familiarSkills, newSkills } from "./sample/problems.fixture.ts";
import { sampleSelfCorrection } from "./sample/self-correction.fixture.ts";
import { stagesOf } from "./sample/stages.fixture.ts";
import { sampleVotes } from "./sample/votes.fixture.ts";

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
    dialogues: sampleDialogues(),
    mistakes: sampleMistakes(),
    votes: sampleVotes(),
    warnings: [],
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
    dialogues: null,
    mistakes: [],
    votes: [],
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
    judgedBy: "attempts" as const,
    score,
    evaluations: 32,
    rank: index + 1,
    selected: index < kept,
  }));
}

const losses = (steps: number, floor: number, random: Random): number[] =>
  Array.from({ length: steps }, (_, step) => floor + 0.9 * Math.exp(-step / 18) + 0.12 * random.next());
