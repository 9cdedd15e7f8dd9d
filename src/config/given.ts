import { resolve } from "node:path";
import { partById, readProblems } from "../datasets/files/index.ts";
import { readMathChat } from "../datasets/mathchat/index.ts";
import { dataSets, loadDataSet, type SplitName, splitNamed } from "../datasets/registry/index.ts";
import type { DataStorage } from "../datasets/storage/index.ts";
import { loadWordProblems } from "../datasets/word-problems/index.ts";
import type { Dialogue, DialogueKind } from "../domain/dialogue.ts";
import type { Problem } from "../domain/problem.ts";
import type { Given } from "../engine/execute-run.ts";
import { ErrataError } from "../foundation/errors.ts";
import type { Config, ProblemSource } from "./schema.ts";

/** A problem with where it comes from. */
interface SourcedProblem {
  problem: Problem;
  source: ProblemSource;
}

/**
 * Reads every problem a configuration names, data sets from their storage, and checks that no problem is learnt from and
 * measured on. Where a published training split repeats questions of a published test split, they are left out of what
 * is learnt from; `onLeftOut` is told how many, and why.
 *
 * @throws ErrataError where seeds, dev problems and benchmarks share a problem otherwise
 */
export async function loadGiven(
  config: Config,
  folder: string,
  storage: DataStorage,
  onLeftOut: (sentence: string) => void = () => {},
): Promise<Given> {
  const load = (sources: readonly ProblemSource[]) => loadSources(sources, folder, storage);
  const seeds = await load(config.data.seeds);
  const dev = await load(config.data.dev);
  const measured: SourcedProblem[] = [];
  const benchmarkProblems: Given["benchmarkProblems"] = [];
  for (const [benchmark, sources] of Object.entries(config.data.benchmarks)) {
    const problems = await load(sources);
    measured.push(...problems);
    benchmarkProblems.push(...problems.map(({ problem }) => ({ ...problem, benchmark })));
  }
  const seedProblems = withoutPublishedRepeats("seeds", seeds, measured, onLeftOut);
  const devProblems = withoutPublishedRepeats("dev problems", dev, measured, onLeftOut);
  refuseOverlap("seeds", seedProblems, "dev", devProblems);
  refuseOverlap("seeds", seedProblems, "benchmarks", benchmarkProblems);
  refuseOverlap("dev", devProblems, "benchmarks", benchmarkProblems);
  const dialogues = loadDialogues(config, folder);
  const opening = dialogues.map(({ problemId: id, rounds }) => ({ id, question: rounds[0]!.question }));
  refuseOverlap("seeds", seedProblems, "dialogues", opening);
  refuseOverlap("dev", devProblems, "dialogues", opening);
  return {
    seedProblems,
    ...(devProblems.length > 0 ? { devProblems } : {}),
    ...(benchmarkProblems.length > 0 ? { benchmarkProblems } : {}),
    ...(dialogues.length > 0 ? { dialogues } : {}),
    novelFromProblems: (await load(config.data.novelFrom)).map(({ problem }) => problem),
  };
}

function loadDialogues({ data: { mathchat } }: Config, folder: string): Dialogue[] {
  const files: [DialogueKind, string | undefined][] = [
    ["follow-up", mathchat.followUps],
    ["error-correction", mathchat.errorCorrections],
  ];
  return files.flatMap(([kind, file]) =>
    file === undefined ? [] : readMathChat(resolve(folder, file), kind).slice(0, mathchat.limit),
  );
}

/**
 * Without the problems of published training splits whose question stands in a published test split that is measured
 * on: the publisher's repetition, and no sign that a test split is learnt from.
 */
function withoutPublishedRepeats(
  name: string,
  learnt: readonly SourcedProblem[],
  measured: readonly SourcedProblem[],
  onLeftOut: (sentence: string) => void,
): Problem[] {
  const published = (problems: readonly SourcedProblem[], split: SplitName) =>
    problems.filter(({ source }) => "dataset" in source && splitOfDataSet(source) === split);
  const testQuestions = new Map(
    published(measured, "test").map(({ problem }) => [problem.question, problem.id]),
  );
  const repeats = published(learnt, "train").filter(({ problem }) => testQuestions.has(problem.question));
  const [first] = repeats;
  if (first) {
    const { id, question } = first.problem;
    onLeftOut(
      `${repeats.length} of the ${learnt.length} ${name} are left out: their training split repeats questions of a test split that is measured on ("${id}" is "${testQuestions.get(question)}").`,
    );
  }
  const left = new Set(repeats);
  return learnt.filter((problem) => !left.has(problem)).map(({ problem }) => problem);
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
  if (!("dataset" in source)) return source.split === "test";
  return splitOfDataSet(source) === "test" && !dataSets[source.dataset].undivided;
}

type DataSetSource = Extract<ProblemSource, { dataset: unknown }>;

const splitOfDataSet = ({ dataset, split }: DataSetSource): SplitName => splitNamed(dataSets[dataset], split);

/** One after the other: two sources of the same data set then share its download. */
async function loadSources(
  sources: readonly ProblemSource[],
  folder: string,
  storage: DataStorage,
): Promise<SourcedProblem[]> {
  const problems: SourcedProblem[] = [];
  for (const source of sources) {
    const loaded = await loadSource(source, folder, storage);
    problems.push(...loaded.map((problem) => ({ problem, source })));
  }
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

async function problemsOfDataSet(source: DataSetSource, storage: DataStorage): Promise<Problem[]> {
  const { problems } = await loadDataSet(dataSets[source.dataset], splitOfDataSet(source), storage);
  return problems;
}

type Asked = Pick<Problem, "id" | "question">;

/** A question on both sides would be learnt and then measured, however its ids are called. */
function refuseOverlap(nameA: string, a: readonly Asked[], nameB: string, b: readonly Asked[]): void {
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
