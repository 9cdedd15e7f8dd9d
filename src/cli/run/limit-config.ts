import type { Config, ProblemSource } from "../../config/schema.ts";

/** The sizes of the stages when a configuration says nothing: their own defaults (papers' sections 1.5 and 1.6). */
const usualSizes = { problems: 10_000, devCases: 50 };

/**
 * The same configuration at a small size, as a run of its own: every problem source gives at most `limit` problems,
 * synthesis keeps at most as many, and selection scores on at most a quarter as many dev cases of each kind.
 */
export function limitConfig(config: Config, limit: number): Config {
  const { data, stages, out } = config;
  const cap = (sources: readonly ProblemSource[]) => sources.map((source) => capSource(source, limit));
  const devCases = Math.max(1, Math.ceil(limit / 4));
  const suffix = `-limit-${limit}`;
  return {
    ...config,
    name: `${config.name}${suffix}`,
    ...(out === undefined ? {} : { out: `${out}${suffix}` }),
    data: {
      ...data,
      seeds: cap(data.seeds),
      dev: cap(data.dev),
      benchmarks: Object.fromEntries(
        Object.entries(data.benchmarks).map(([name, sources]) => [name, cap(sources)]),
      ),
    },
    stages: {
      ...stages,
      synthesize: {
        ...stages.synthesize,
        problems: smaller(stages.synthesize?.problems, usualSizes.problems, limit),
      },
      select: {
        ...stages.select,
        devBad: smaller(stages.select?.devBad, usualSizes.devCases, devCases),
        devGood: smaller(stages.select?.devGood, usualSizes.devCases, devCases),
      },
    },
  };
}

function capSource(source: ProblemSource, limit: number): ProblemSource {
  return "wordProblems" in source
    ? { ...source, count: Math.min(source.count, limit) }
    : { ...source, limit: Math.min(source.limit ?? limit, limit) };
}

/** A setting that is not a number is left for the stage to refuse. */
function smaller(configured: unknown, usual: number, limit: number): unknown {
  const size = configured ?? usual;
  return typeof size === "number" ? Math.min(size, limit) : size;
}
