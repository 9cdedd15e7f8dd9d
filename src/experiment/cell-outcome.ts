import type { Attempt } from "../domain/attempt.ts";
import type { EvaluatedProblem } from "../domain/evaluation.ts";
import type { RunStore, StoredStep } from "../engine/run-store.ts";
import { givenStep } from "../engine/run-view.ts";
import { extractAnswer } from "../graders/math/extraction/index.ts";
import { costOf, type ModelPrices } from "../models/prices/index.ts";
import type { Cell } from "./cells.ts";

/** What a finished cell measured and took. */
export interface CellOutcome {
  cell: Cell;
  benchmarks: ReadonlyMap<string, readonly ProblemOutcome[]>;
  /** Behind the last adapter; null where nothing was trained. */
  examples: number | null;
  /** What it would take alone: answers that it shares with other cells count here, too. */
  calls: number;
  inputTokens: number;
  outputTokens: number;
  /** US dollars; null where a price is not known. */
  cost: number | null;
  /** Calls that no cell before it had made. */
  newCalls: number;
  /** Worked on it; answers that were shared took no time. */
  seconds: number;
  /** Items that got no answer and are asked again by the same command. */
  unanswered: number;
}

/** A benchmark problem: whether the base model and the last model of the method solve it. */
export interface ProblemOutcome {
  /** Tells problems apart, also where two hold the same id in different data. */
  key: string;
  before: boolean;
  after: boolean;
  /** Whether their answers are marked as such, so that none had to be guessed from the text. */
  marked: { before: boolean; after: boolean };
}

/** Reads what a cell measured and took out of its run: of the method alone, not of controls beside it. */
export function readCellOutcome(
  cell: Cell,
  run: { store: RunStore; prices: ModelPrices },
  newCalls: number,
): CellOutcome {
  const { store, prices } = run;
  const steps = store.steps().filter(({ line }) => line === "method");
  const ids = new Set(steps.map(({ id }) => id));
  const sum = (figure: (step: StoredStep) => number) =>
    steps.reduce((total, step) => total + figure(step), 0);
  const training = steps.findLast(({ stage, state }) => stage === "train" && state === "done");
  const adapter = training && store.artifacts(training.id, "adapters").at(-1);
  return {
    cell,
    benchmarks: benchmarksOf(store, steps),
    examples: adapter?.examples ?? null,
    calls: sum(({ calls }) => calls.count),
    inputTokens: sum(({ calls }) => calls.inputTokens),
    outputTokens: sum(({ calls }) => calls.outputTokens),
    cost: costOf(
      store.usage().filter(({ step }) => ids.has(step)),
      prices,
    ),
    newCalls,
    seconds: sum(({ seconds }) => seconds),
    unanswered: sum(({ unanswered }) => unanswered),
  };
}

/** The first evaluation is that of the base model, the last that of the newest one. */
function benchmarksOf(store: RunStore, steps: readonly StoredStep[]): CellOutcome["benchmarks"] {
  const evaluations = steps.filter(({ stage, state }) => stage === "evaluate" && state === "done");
  const [first, last] = [evaluations.at(0), evaluations.at(-1)];
  if (!first || !last || first === last) return new Map();
  const attemptsBefore = attemptsByProblem(store.artifacts(first.id, "evaluatedProblems"));
  const attemptsAfter = attemptsByProblem(store.artifacts(last.id, "evaluatedProblems"));
  const outcomes = store.artifacts(givenStep, "benchmarkProblems").flatMap(({ benchmark, id, question }) => {
    const before = attemptsBefore.get(`${benchmark}/${id}`);
    const after = attemptsAfter.get(`${benchmark}/${id}`);
    if (!before || !after) return [];
    return [{ benchmark, key: `${id}\n${question}`, ...outcomeOf(before, after) }];
  });
  return Map.groupBy(outcomes, ({ benchmark }) => benchmark);
}

const attemptsByProblem = (evaluated: readonly EvaluatedProblem[]): Map<string, Attempt> =>
  new Map(evaluated.map(({ benchmark, attempt }) => [`${benchmark}/${attempt.problemId}`, attempt]));

const outcomeOf = (before: Attempt, after: Attempt): Omit<ProblemOutcome, "key"> => ({
  before: isRight(before),
  after: isRight(after),
  marked: { before: hasMarkedAnswer(before), after: hasMarkedAnswer(after) },
});

const isRight = ({ verdict }: Attempt): boolean => verdict === "right";
const hasMarkedAnswer = ({ output }: Attempt): boolean => extractAnswer(output).strict !== null;
