import { createNoveltyIndex } from "../../stages/novelty/index.ts";
import type { Benchmark, Overlap, OverlapReport } from "../report-data.ts";
import { indexNGrams, sharedNGrams } from "./n-grams.ts";

export type OverlapSettings = Pick<OverlapReport, "nGram" | "rougeL">;

/** A training example as a reader has it. */
export interface TrainedText {
  id: string;
  question: string;
  solution: string;
}

/** Pairs that are shown. */
const mostPairs = 3;
/** Questions less alike than this are not worth showing, even if none is more alike. */
const leastAlike = 0.5;

/**
 * Measures what a training set shares with a benchmark: n-grams of questions and solutions (contamination as it is usually
 * told, 13 words), and questions alike by Rouge-L (the measure of the novelty filter, papers' section 1.5).
 */
export function measureOverlap(
  examples: readonly TrainedText[],
  { id: benchmarkId, problems }: Pick<Benchmark, "id" | "problems">,
  settings: OverlapSettings,
): Omit<Overlap, "armId"> {
  return {
    benchmarkId,
    examples: examples.length,
    problems: problems.length,
    nGrams: sharedText(examples, problems, settings.nGram),
    questions: alikeQuestions(examples, problems, settings.rougeL),
  };
}

type Problems = Benchmark["problems"];
const wholeText = ({ question, solution }: { question: string; solution: string }) =>
  `${question}\n${solution}`;

function sharedText(examples: readonly TrainedText[], problems: Problems, n: number): Overlap["nGrams"] {
  // The examples are filed, as a benchmark may hold many times as many n-grams.
  const index = indexNGrams(examples.map(wholeText), n);
  const pairs = problems.flatMap((problem) =>
    [...sharedNGrams(index, wholeText(problem), n)].map(([place, shared]) => ({
      example: examples[place]!,
      problem,
      shared,
    })),
  );
  return {
    ...countPairs(pairs),
    worst: pairs
      .sort((one, other) => other.shared - one.shared)
      .slice(0, mostPairs)
      .map(({ example, problem, shared }) => ({ ...textsOf(example, problem, wholeText), shared })),
  };
}

function alikeQuestions(
  examples: readonly TrainedText[],
  problems: Problems,
  threshold: number,
): Overlap["questions"] {
  const index = createNoveltyIndex({ threshold: Math.min(threshold, leastAlike) });
  for (const [place, { question }] of problems.entries()) index.add(String(place), question);
  const pairs = examples.flatMap((example) => {
    const nearest = index.nearest(example.question);
    return nearest ? [{ example, problem: problems[Number(nearest.id)]!, rougeL: nearest.score }] : [];
  });
  return {
    ...countPairs(pairs.filter(({ rougeL }) => rougeL > threshold)),
    worst: pairs
      .sort((one, other) => other.rougeL - one.rougeL)
      .slice(0, mostPairs)
      .map(({ example, problem, rougeL }) => ({
        ...textsOf(example, problem, ({ question }) => question),
        rougeL,
      })),
  };
}

interface Pair {
  example: TrainedText;
  problem: Problems[number];
}

const countPairs = (pairs: readonly Pair[]) => ({
  examples: new Set(pairs.map(({ example }) => example)).size,
  problems: new Set(pairs.map(({ problem }) => problem)).size,
});

function textsOf(
  example: TrainedText,
  problem: Problems[number],
  text: (of: { question: string; solution: string }) => string,
) {
  return { exampleId: example.id, problemId: problem.id, example: text(example), problem: text(problem) };
}
