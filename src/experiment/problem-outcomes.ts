import type { Attempt } from "../domain/attempt.ts";
import { PrefixKind } from "../domain/self-correction.ts";
import type { RunStore } from "../engine/run-store.ts";
import { givenStep } from "../engine/run-view.ts";
import { extractAnswer } from "../graders/math/extraction/index.ts";

/** A problem: whether the base model and a later model of the method solve it. */
export interface ProblemOutcome {
  /** Tells problems apart, also where two hold the same id in different data. */
  key: string;
  before: boolean;
  after: boolean;
  /** Whether their answers are marked as such, so that none had to be guessed from the text. */
  marked: { before: boolean; after: boolean };
}

/** What became of the benchmark problems from one step of evaluation to another, by benchmark. */
export function benchmarkOutcomes(
  store: RunStore,
  before: string,
  after: string,
): Map<string, ProblemOutcome[]> {
  const attemptsOf = (step: string) => byBenchmarkProblem(store.artifacts(step, "evaluatedProblems"));
  const outcomes = outcomesIn(store, attemptsOf(before), attemptsOf(after));
  return Map.groupBy(outcomes, ({ benchmark }) => benchmark);
}

/** As what a table of benchmarks shows how models end that go on from a prefix of a solution. */
const prefixTitles: Readonly<Record<PrefixKind, string>> = {
  wrong: "after a wrong step",
  right: "after right steps",
};

/** How models end that go on from the same prefixes, from one step of self-correction to another. */
export function prefixOutcomes(
  store: RunStore,
  before: string,
  after: string,
): Map<string, ProblemOutcome[]> {
  const continuationsOf = (step: string) =>
    Map.groupBy(store.artifacts(step, "prefixContinuations"), ({ prefix }) => prefix);
  const [base, later] = [continuationsOf(before), continuationsOf(after)];
  return new Map(
    PrefixKind.options.flatMap((kind) => {
      const attemptsOf = (continuations: typeof base) => byBenchmarkProblem(continuations.get(kind) ?? []);
      const outcomes = outcomesIn(store, attemptsOf(base), attemptsOf(later));
      return outcomes.length > 0 ? [[prefixTitles[kind], outcomes]] : [];
    }),
  );
}

type Attempts = ReadonlyMap<string, Attempt>;

const placeOf = (benchmark: string, problemId: string): string => `${benchmark}/${problemId}`;

const byBenchmarkProblem = (rows: readonly { benchmark: string; attempt: Attempt }[]): Attempts =>
  new Map(rows.map(({ benchmark, attempt }) => [placeOf(benchmark, attempt.problemId), attempt]));

/** In the order of the benchmarks' problems. */
function outcomesIn(
  store: RunStore,
  before: Attempts,
  after: Attempts,
): (ProblemOutcome & { benchmark: string })[] {
  return store.artifacts(givenStep, "benchmarkProblems").flatMap(({ benchmark, ...problem }) => {
    const place = placeOf(benchmark, problem.id);
    return outcomeOf(problem, before.get(place), after.get(place)).map((outcome) => ({
      benchmark,
      ...outcome,
    }));
  });
}

/** What became of the seed problems from one step of attempts to another. */
export function seedOutcomes(store: RunStore, before: string, after: string): ProblemOutcome[] {
  const attemptsOf = (step: string): Attempts =>
    new Map(store.artifacts(step, "attempts").map((attempt) => [attempt.problemId, attempt]));
  const [attemptsBefore, attemptsAfter] = [attemptsOf(before), attemptsOf(after)];
  return store
    .artifacts(givenStep, "seedProblems")
    .flatMap((problem) => outcomeOf(problem, attemptsBefore.get(problem.id), attemptsAfter.get(problem.id)));
}

/** None of a problem that one of the models was not asked. */
function outcomeOf(
  { id, question }: { id: string; question: string },
  before: Attempt | undefined,
  after: Attempt | undefined,
): ProblemOutcome[] {
  if (!before || !after) return [];
  return [
    {
      key: `${id}\n${question}`,
      before: isRight(before),
      after: isRight(after),
      marked: { before: hasMarkedAnswer(before), after: hasMarkedAnswer(after) },
    },
  ];
}

const isRight = ({ verdict }: Attempt): boolean => verdict === "right";
const hasMarkedAnswer = ({ output }: Attempt): boolean => extractAnswer(output).strict !== null;

/** The outcomes of every row at the problems that all of them hold, in one order. */
export function alignOutcomes(rows: readonly (readonly ProblemOutcome[])[]): ProblemOutcome[][] {
  const tables = rows.map((outcomes) => new Map(outcomes.map((outcome) => [outcome.key, outcome])));
  const shared = [...(tables[0]?.keys() ?? [])].filter((key) => tables.every((table) => table.has(key)));
  return tables.map((table) => shared.map((key) => table.get(key)!));
}
