import type { Verdict } from "../../domain/attempt.ts";
import { ScoreName } from "../../domain/evaluation.ts";
import { type MacroAverage, macroAverage } from "../../foundation/macro-average.ts";
import { mean, type Proportion, proportion } from "../../foundation/statistics.ts";
import { tally } from "../../stages/stage.ts";
import type { Benchmark, ScoredAttempt } from "../report-data.ts";

/** What one model reaches on the benchmarks, by every score, from the same texts. */
export interface ScoreSheet {
  benchmarks: BenchmarkScores[];
  /** Over all benchmarks, and over those of each domain where there are both. */
  averages: AverageScores[];
}

type ByScore<Figure> = Partial<Record<ScoreName, Figure>>;

export interface BenchmarkScores {
  benchmarkId: string;
  /** Problems attempted; `scores` are shares of them. */
  n: number;
  scores: ByScore<Proportion>;
  /** Attempts that all scores count alike, as right or as not. */
  agreement: number;
  /** How many attempts are what, by the score that decides: only `wrong` is a wrong answer. */
  verdicts: Partial<Record<Verdict, number>>;
  /** Mean length of an answer, in characters. */
  meanLength: number;
  subjects: GroupScores[];
  levels: GroupScores[];
}

export interface GroupScores {
  name: string;
  n: number;
  scores: ByScore<Proportion>;
}

export interface AverageScores {
  over: "all" | Benchmark["domain"];
  benchmarks: number;
  /** Over all problems alike. */
  micro: ByScore<Proportion>;
  /** Over benchmarks alike. */
  macro: ByScore<MacroAverage>;
}

/** The attempts of one model at one benchmark. */
export interface ScoredBenchmark {
  benchmark: Benchmark;
  attempts: readonly ScoredAttempt[];
}

/** The scores of a set of attempts; benchmarks without scored attempts are left out. `seed` is that of the bootstrap. */
export function scoreSheetOf(measured: readonly ScoredBenchmark[], seed: string): ScoreSheet {
  const benchmarks = measured
    .filter(({ attempts }) => attempts.some(({ scores }) => scores))
    .map(({ benchmark, attempts }) => ({
      domain: benchmark.domain,
      ...benchmarkScores(benchmark, attempts),
    }));
  const domains = [...new Set(benchmarks.map(({ domain }) => domain))].sort();
  const parts = domains.length > 1 ? (["all", ...domains] as const) : (["all"] as const);
  return {
    benchmarks: benchmarks.map(({ domain: _, ...scores }) => scores),
    averages: parts.flatMap((over) => {
      const members = benchmarks.filter(({ domain }) => over === "all" || domain === over);
      return members.length === 0 ? [] : [averageOf(over, members, seed)];
    }),
  };
}

/** The names of the scores of a sheet, ours first. */
export function scoreNamesOf({ benchmarks }: ScoreSheet): ScoreName[] {
  return ScoreName.options.filter((name) => benchmarks.some(({ scores }) => scores[name]));
}

function benchmarkScores({ id, problems }: Benchmark, attempts: readonly ScoredAttempt[]): BenchmarkScores {
  const attemptAt = new Map(attempts.map((attempt) => [attempt.problemId, attempt]));
  const attempted = problems.flatMap((problem) => {
    const attempt = attemptAt.get(problem.id);
    return attempt ? [{ problem, attempt }] : [];
  });
  const made = attempted.map(({ attempt }) => attempt);
  const groups = (groupOf: (problem: Benchmark["problems"][0]) => string | undefined) =>
    [...Map.groupBy(attempted, ({ problem }) => groupOf(problem))]
      .flatMap(([name, members]): GroupScores[] => {
        const scores = sharesOf(members.map(({ attempt }) => attempt));
        return name === undefined ? [] : [{ name, n: members.length, scores }];
      })
      .sort((one, other) => (one.name < other.name ? -1 : 1));
  return {
    benchmarkId: id,
    n: made.length,
    scores: sharesOf(made),
    agreement: made.filter(areAlike).length,
    verdicts: tally(made.map(({ verdict }) => verdict)),
    meanLength: mean(made.map(({ output }) => output.length)),
    subjects: groups(({ skill }) => skill),
    levels: groups(({ level }) => level),
  };
}

function areAlike({ scores = {} }: ScoredAttempt): boolean {
  return new Set(Object.values(scores).map(({ verdict }) => verdict === "right")).size <= 1;
}

/** A score counts where every attempt has it. */
function sharesOf(attempts: readonly ScoredAttempt[]): ByScore<Proportion> {
  return byScore((name) => {
    const verdicts = attempts.flatMap(({ scores }) => scores?.[name]?.verdict ?? []);
    if (attempts.length === 0 || verdicts.length < attempts.length) return undefined;
    return proportion(verdicts.filter((verdict) => verdict === "right").length, verdicts.length);
  });
}

function averageOf(
  over: AverageScores["over"],
  benchmarks: readonly BenchmarkScores[],
  seed: string,
): AverageScores {
  const sharesBy = (name: ScoreName): Proportion[] | undefined => {
    const shares = benchmarks.flatMap(({ scores }) => scores[name] ?? []);
    return shares.length === benchmarks.length ? shares : undefined;
  };
  const sum = (shares: readonly Proportion[], figure: "count" | "n") =>
    shares.reduce((total, share) => total + share[figure], 0);
  return {
    over,
    benchmarks: benchmarks.length,
    micro: byScore((name) => {
      const shares = sharesBy(name);
      return shares && proportion(sum(shares, "count"), sum(shares, "n"));
    }),
    macro: byScore((name) => {
      const shares = sharesBy(name);
      return shares && macroAverage(shares, seed);
    }),
  };
}

function byScore<Figure>(figureOf: (name: ScoreName) => Figure | undefined): ByScore<Figure> {
  const entries = ScoreName.options.map((name) => [name, figureOf(name)] as const);
  return Object.fromEntries(entries.filter(([, figure]) => figure !== undefined)) as ByScore<Figure>;
}
