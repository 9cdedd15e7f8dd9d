import { givesDialogues, recipeOf } from "../../config/recipe-of.ts";
import type { Config, ProblemSource } from "../../config/schema.ts";
import type { Recipe } from "../../engine/recipe.ts";

/** A size that a stage is given. */
interface SizeSetting {
  stage: string;
  setting: string;
  /** What holds when a configuration says nothing: the stage's own default. */
  usual: number;
  /** The part of the limit that it may be at most. */
  share?: number;
}

const examples = (stage: string): SizeSetting => ({ stage, setting: "examples", usual: 500 });

const sizeSettings: readonly SizeSetting[] = [
  { stage: "synthesize", setting: "problems", usual: 10_000 },
  { stage: "select", setting: "devBad", usual: 50, share: 1 / 4 },
  { stage: "select", setting: "devGood", usual: 50, share: 1 / 4 },
  ...["self-instruct", "llms-as-instructors", "gold-sft", "rft", "format-control"].map(examples),
];

/**
 * The same configuration at a small size, as a run of its own: every problem source gives at most `limit` problems,
 * synthesis keeps at most as many, a baseline makes at most as many examples, and selection scores on at most a quarter as
 * many dev cases of each kind.
 */
export function limitConfig(config: Config, limit: number): Config {
  const { data, out } = config;
  const cap = (sources: readonly ProblemSource[]) => sources.map((source) => capSource(source, limit));
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
      mathchat: capDialogues(data, limit),
    },
    stages: limitStages(config, limit),
  };
}

function capSource(source: ProblemSource, limit: number): ProblemSource {
  return "wordProblems" in source
    ? { ...source, count: Math.min(source.count, limit) }
    : { ...source, limit: Math.min(source.limit ?? limit, limit) };
}

function capDialogues(data: Config["data"], limit: number): Config["data"]["mathchat"] {
  const { mathchat } = data;
  return givesDialogues(data) ? { ...mathchat, limit: Math.min(mathchat.limit ?? limit, limit) } : mathchat;
}

function limitStages(config: Config, limit: number): Config["stages"] {
  const known = stagesOf(recipeOf(config));
  const limited = { ...config.stages };
  for (const { stage, setting, usual, share = 1 } of sizeSettings.filter(({ stage }) => known.has(stage))) {
    const most = Math.max(1, Math.ceil(limit * share));
    limited[stage] = { ...limited[stage], [setting]: smaller(limited[stage]?.[setting], usual, most) };
  }
  return limited;
}

function stagesOf({
  method: { atStart = [], inEachIteration = [], atEnd = [] },
}: Recipe): ReadonlySet<string> {
  return new Set([...atStart, ...inEachIteration, ...atEnd].map(({ stage }) => stage.name));
}

/** A setting that is not a number is left for the stage to refuse. */
function smaller(configured: unknown, usual: number, limit: number): unknown {
  const size = configured ?? usual;
  return typeof size === "number" ? Math.min(size, limit) : size;
}
