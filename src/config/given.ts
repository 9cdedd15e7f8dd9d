import { resolve } from "node:path";
import { partById, readProblems } from "../datasets/files/index.ts";
import { dataSets, loadDataSet, splitNamed } from "../datasets/registry/index.ts";
import type { DataStorage } from "../datasets/storage/index.ts";
import { loadWordProblems } from "../datasets/word-problems/index.ts";
import type { Problem } from "../domain/problem.ts";
import type { Given } from "../engine/execute-run.ts";
import { ErrataError } from "../foundation/errors.ts";
import type { Config, ProblemSource } from "./schema.ts";

/**
 * Reads every problem a configuration names, data sets from their storage, and checks that no problem is learnt from and
 * measured on.
 */
export async function loadGiven(config: Config, folder: string, storage: DataStorage): Promise<Given> {
  const load = (sources: readonly ProblemSource[]) => loadSources(sources, folder, storage);
  const seedProblems = await load(config.data.seeds);
  const devProblems = await load(config.data.dev);
  const benchmarkProblems: Given["benchmarkProblems"] = [];
  for (const [benchmark, sources] of Object.entries(config.data.benchmarks)) {
    const problems = await load(sources);
    benchmarkProblems.push(...problems.map((problem) => ({ ...problem, benchmark })));
  }
  refuseOverlap("seeds", seedProblems, "dev", devProblems);
  refuseOverlap("seeds", seedProblems, "benchmarks", benchmarkProblems);
  refuseOverlap("dev", devProblems, "benchmarks", benchmarkProblems);
  return {
    seedProblems,
    ...(devProblems.length > 0 ? { devProblems } : {}),
    ...(benchmarkProblems.length > 0 ? { benchmarkProblems } : {}),
    novelFromProblems: await load(config.data.novelFrom),
  };
}

/** Why a run's figures must not be compared with published ones, or null. */
export function contaminationOf({ data }: Config): string | null {
  const fromTest = (sources: readonly ProblemSource[]) => sources.some(isFromTestSplit);
  if (fromTest(data.seeds)) return "the seeds come from a test split";
  if (fromTest(data.dev)) return "the dev problems come from a test split";
  return null;
}

function isFromTestSplit(source: ProblemSource): boolean {
  if ("wordProblems" in source) return false;
  const split = "dataset" in source ? splitNamed(dataSets[source.dataset], source.split) : source.split;
  return split === "test";
}

/** One after the other: two sources of the same data set then share its download. */
async function loadSources(
  sources: readonly ProblemSource[],
  folder: string,
  storage: DataStorage,
): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const source of sources) problems.push(...(await loadSource(source, folder, storage)));
  return problems;
}

async function loadSource(source: ProblemSource, folder: string, storage: DataStorage): Promise<Problem[]> {
  if ("wordProblems" in source) return loadWordProblems(source.wordProblems, source.count);
  const problems =
    "dataset" in source
      ? await problemsOfDataSet(source, storage)
      : await readProblems(resolve(folder, source.file), source.fields);
  const part = source.part ? partById(problems, source.part) : problems;
  return part.slice(0, source.limit);
}

async function problemsOfDataSet(
  { dataset, split }: Extract<ProblemSource, { dataset: unknown }>,
  storage: DataStorage,
): Promise<Problem[]> {
  const dataSet = dataSets[dataset];
  const { problems } = await loadDataSet(dataSet, splitNamed(dataSet, split), storage);
  return problems;
}

/** A question on both sides would be learnt and then measured, however its ids are called. */
function refuseOverlap(nameA: string, a: readonly Problem[], nameB: string, b: readonly Problem[]): void {
  const idByQuestion = new Map(a.map(({ question, id }) => [question, id]));
  const shared = b.find(({ question }) => idByQuestion.has(question));
  if (shared) {
    throw new ErrataError(
      `The ${nameA} and the ${nameB} share a problem: "${idByQuestion.get(shared.question)}" is "${shared.id}".`,
      {
        advice:
          "Take them from different splits, or from parts that do not overlap (`part: [0, 0.8]` and `part: [0.8, 1]`).",
      },
    );
  }
}
