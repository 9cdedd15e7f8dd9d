import { loadGiven } from "../../config/given.ts";
import type { Config, ProblemSource } from "../../config/schema.ts";
import {
  dataSets,
  type SplitName,
  splitNamed,
  splitsOf,
  whereaboutsOf,
} from "../../datasets/registry/index.ts";
import type { DataStorage } from "../../datasets/storage/index.ts";
import type { Given } from "../../engine/execute-run.ts";
import { countRows, type Leaves } from "../../engine/forecast/index.ts";
import type { ArtifactName } from "../../stages/stage.ts";

/** A split that is not on this machine, and how many problems of it are meant. */
export interface AbsentSplit {
  dataSet: string;
  split: SplitName;
  problems: number;
}

/** The problems of a configuration, as far as they can be had without a download. */
export interface CountedProblems {
  /** Those that are here. Lists of problems of which none is here are empty. */
  given: Given;
  /** How many there are, with those that are not here. */
  counts: Leaves;
  absent: AbsentSplit[];
}

/** Reads the problems that are here, and counts the others as their publishers do. Nothing is downloaded. */
export async function countProblems(
  config: Config,
  folder: string,
  storage: DataStorage,
): Promise<CountedProblems> {
  const { data } = config;
  const absentIn = (sources: readonly ProblemSource[]) =>
    sources.flatMap((source) => absentSplit(source, storage) ?? []);
  const here = (sources: readonly ProblemSource[]) =>
    sources.filter((source) => absentSplit(source, storage) === null);
  const sources: { readonly [Name in ArtifactName]?: readonly ProblemSource[] } = {
    seedProblems: data.seeds,
    devProblems: data.dev,
    benchmarkProblems: Object.values(data.benchmarks).flat(),
    novelFromProblems: data.novelFrom,
  };

  const benchmarks = Object.entries(data.benchmarks).map(([name, list]) => [name, here(list)] as const);
  const loaded = await loadGiven(
    {
      ...config,
      data: {
        ...data,
        seeds: here(data.seeds),
        dev: here(data.dev),
        benchmarks: Object.fromEntries(benchmarks),
        novelFrom: here(data.novelFrom),
      },
    },
    folder,
    storage,
  );
  const named = Object.entries(sources).filter(
    ([name, list]) => list.length > 0 || name === "novelFromProblems",
  ) as [keyof typeof sources, readonly ProblemSource[]][];
  const { dialogues } = loaded;
  return {
    given: {
      ...Object.fromEntries(named.map(([name]) => [name, loaded[name] ?? []])),
      ...(dialogues ? { dialogues } : {}),
    },
    counts: {
      ...Object.fromEntries(
        named.map(([name, list]) => {
          const { rows, distinct = rows } = countRows(name, loaded[name] ?? []);
          const more = absentIn(list).reduce((sum, { problems }) => sum + problems, 0);
          return [name, { rows: rows + more, distinct: distinct + more }];
        }),
      ),
      ...(dialogues ? { dialogues: countRows("dialogues", dialogues) } : {}),
    },
    absent: Object.values(sources).flatMap(absentIn),
  };
}

function absentSplit(source: ProblemSource, storage: DataStorage): AbsentSplit | null {
  if (!("dataset" in source)) return null;
  const dataSet = dataSets[source.dataset];
  const split = splitNamed(dataSet, source.split);
  if (whereaboutsOf(dataSet, split, storage) !== "absent") return null;
  const [, { problems }] = splitsOf(dataSet).find(([name]) => name === split)!;
  const [low, high] = source.part ?? [0, 1];
  const inPart = Math.round(problems * (high - low));
  return { dataSet: dataSet.name, split, problems: Math.min(inPart, source.limit ?? inPart) };
}
