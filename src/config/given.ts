import { resolve } from "node:path";
import { partById, readProblems } from "../datasets/files/index.ts";
import { loadWordProblems } from "../datasets/word-problems/index.ts";
import type { Problem } from "../domain/problem.ts";
import type { Given } from "../engine/execute-run.ts";
import { ErrataError } from "../foundation/errors.ts";
import type { Config, ProblemSource } from "./schema.ts";

/** Reads every problem a configuration names, and checks that no problem is learnt from and measured on. */
export function loadGiven(config: Config, folder: string): Given {
  const load = (sources: readonly ProblemSource[]) => sources.flatMap((source) => loadSource(source, folder));
  const seedProblems = load(config.data.seeds);
  const devProblems = load(config.data.dev);
  const benchmarkProblems = Object.entries(config.data.benchmarks).flatMap(([benchmark, sources]) =>
    load(sources).map((problem) => ({ ...problem, benchmark })),
  );
  refuseOverlap("seeds", seedProblems, "dev", devProblems);
  refuseOverlap("seeds", seedProblems, "benchmarks", benchmarkProblems);
  refuseOverlap("dev", devProblems, "benchmarks", benchmarkProblems);
  return {
    seedProblems,
    ...(devProblems.length > 0 ? { devProblems } : {}),
    ...(benchmarkProblems.length > 0 ? { benchmarkProblems } : {}),
    novelFromProblems: load(config.data.novelFrom),
  };
}

/** Why a run's figures must not be compared with published ones, or null. */
export function contaminationOf({ data }: Config): string | null {
  const fromTest = (sources: readonly ProblemSource[]) =>
    sources.find((source) => "split" in source && source.split === "test");
  if (fromTest(data.seeds)) return "the seeds come from a test split";
  if (fromTest(data.dev)) return "the dev problems come from a test split";
  return null;
}

function loadSource(source: ProblemSource, folder: string): Problem[] {
  if ("wordProblems" in source) return loadWordProblems(source.wordProblems, source.count);
  const problems = readProblems(resolve(folder, source.file), source.fields);
  const part = source.part ? partById(problems, source.part) : problems;
  return part.slice(0, source.limit);
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
