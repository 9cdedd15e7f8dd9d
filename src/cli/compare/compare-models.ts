import { type BenchmarkProblem, type EvaluatedProblem, ScoreName } from "../../domain/evaluation.ts";
import { ErrataError } from "../../foundation/errors.ts";
import {
  countPairs,
  mcnemarExact,
  type PairedDifference,
  type Proportion,
  pairedDifference,
  proportion,
} from "../../foundation/statistics.ts";
import type { EvaluatedModel } from "./evaluated-model.ts";

/** One problem that both models attempted. */
export interface Pair {
  problem: BenchmarkProblem;
  a: EvaluatedProblem;
  b: EvaluatedProblem;
}

/** Two models on the same problems, by one score. */
export interface PairedScore {
  a: Proportion;
  b: Proportion;
  /** B minus A, with Newcombe's paired 95 % interval. */
  difference: PairedDifference;
  /** Problems that A alone got right, and B alone. */
  onlyA: number;
  onlyB: number;
  /** McNemar's exact test, two-sided. */
  pValue: number;
}

/** What only one model attempted, or what is asked otherwise under the same id: such problems are in no figure. */
export interface Unpaired {
  onlyInA: number;
  onlyInB: number;
  different: number;
}

export interface BenchmarkComparison {
  benchmark: string;
  n: number;
  scores: Partial<Record<ScoreName, PairedScore>>;
  unpaired: Unpaired;
}

export interface ModelComparison {
  benchmarks: BenchmarkComparison[];
  /** Over all problems of all benchmarks alike. */
  total: BenchmarkComparison;
  pairs: Pair[];
}

/** Compares two models problem by problem. Throws an `ErrataError` where they share no problem or no score. */
export function compareModels(a: EvaluatedModel, b: EvaluatedModel): ModelComparison {
  const [ofA, ofB] = [attemptsOf(a), attemptsOf(b)];
  const names = [...new Set([...a.evaluated, ...b.evaluated].map(({ benchmark }) => benchmark))];
  const parts = names.map((benchmark) => ({ benchmark, ...pairUp(benchmark, ofA, ofB) }));
  const pairs = parts.flatMap((part) => part.pairs);
  if (pairs.length === 0) {
    throw new ErrataError(`${a.name} and ${b.name} have no benchmark problem in common.`, {
      advice: `A was measured on ${namesOf(a)}; B on ${namesOf(b)}. Measure both on the same problems under the same names.`,
    });
  }
  const scores = ScoreName.options.filter((name) =>
    pairs.every((pair) => pair.a.scores?.[name] && pair.b.scores?.[name]),
  );
  const total = sumOf(parts.map(({ unpaired }) => unpaired));
  return {
    benchmarks: parts.map((part) => comparisonOf(part.benchmark, part.pairs, part.unpaired, scores)),
    total: comparisonOf("total", pairs, total, scores),
    pairs,
  };
}

/** The pairs that one of the two alone got right by a score. Throws an `ErrataError` where they do not share it. */
export function pairsThatDiffer(
  { pairs, total }: ModelComparison,
  score: ScoreName,
): { onlyA: Pair[]; onlyB: Pair[] } {
  if (!total.scores[score]) {
    throw new ErrataError(`The two do not both have the score "${score}".`, {
      advice: `Both have ${Object.keys(total.scores).join(", ")}: name one with --score.`,
    });
  }
  const right = ({ scores }: EvaluatedProblem) => scores?.[score]?.verdict === "right";
  return {
    onlyA: pairs.filter(({ a, b }) => right(a) && !right(b)),
    onlyB: pairs.filter(({ a, b }) => right(b) && !right(a)),
  };
}

interface Attempted {
  problem: BenchmarkProblem;
  evaluated: EvaluatedProblem;
}

/** By benchmark, then by the id of the problem. */
function attemptsOf({ problems, evaluated }: EvaluatedModel): Map<string, Map<string, Attempted>> {
  const problemAt = new Map(problems.map((problem) => [`${problem.benchmark}/${problem.id}`, problem]));
  const byBenchmark = Map.groupBy(evaluated, ({ benchmark }) => benchmark);
  return new Map(
    [...byBenchmark].map(([benchmark, rows]) => [
      benchmark,
      new Map(
        rows.map((row) => {
          const { problemId } = row.attempt;
          return [problemId, { problem: problemAt.get(`${benchmark}/${problemId}`)!, evaluated: row }];
        }),
      ),
    ]),
  );
}

function pairUp(
  benchmark: string,
  ofA: ReturnType<typeof attemptsOf>,
  ofB: ReturnType<typeof attemptsOf>,
): { pairs: Pair[]; unpaired: Unpaired } {
  const inA = ofA.get(benchmark) ?? new Map<string, Attempted>();
  const inB = ofB.get(benchmark) ?? new Map<string, Attempted>();
  const shared = [...inA].flatMap(([id, a]) => {
    const b = inB.get(id);
    return b ? [{ a, b }] : [];
  });
  const pairs = shared
    .filter(({ a, b }) => a.problem.question === b.problem.question && a.problem.answer === b.problem.answer)
    .map(({ a, b }) => ({ problem: a.problem, a: a.evaluated, b: b.evaluated }));
  const unpaired = {
    onlyInA: inA.size - shared.length,
    onlyInB: inB.size - shared.length,
    different: shared.length - pairs.length,
  };
  return { pairs, unpaired };
}

function comparisonOf(
  benchmark: string,
  pairs: readonly Pair[],
  unpaired: Unpaired,
  names: readonly ScoreName[],
): BenchmarkComparison {
  const scores = pairs.length === 0 ? [] : names.map((name) => [name, pairedScoreOf(pairs, name)] as const);
  return { benchmark, n: pairs.length, scores: Object.fromEntries(scores), unpaired };
}

function pairedScoreOf(pairs: readonly Pair[], name: ScoreName): PairedScore {
  const right = ({ scores }: EvaluatedProblem) => scores?.[name]?.verdict === "right";
  const counts = countPairs(pairs.map(({ a, b }) => [right(a), right(b)] as const));
  return {
    a: proportion(counts.bothRight + counts.broken, pairs.length),
    b: proportion(counts.bothRight + counts.fixed, pairs.length),
    difference: pairedDifference(counts),
    onlyA: counts.broken,
    onlyB: counts.fixed,
    pValue: mcnemarExact(counts),
  };
}

function sumOf(parts: readonly Unpaired[]): Unpaired {
  const sum = (kind: keyof Unpaired) => parts.reduce((total, part) => total + part[kind], 0);
  return { onlyInA: sum("onlyInA"), onlyInB: sum("onlyInB"), different: sum("different") };
}

const namesOf = ({ evaluated }: EvaluatedModel): string =>
  [...new Set(evaluated.map(({ benchmark }) => benchmark))].join(", ") || "nothing";
