import type { Attempt } from "../../domain/attempt.ts";
import type { RunStore, StoredStep } from "../../engine/run-store.ts";
import { givenStep } from "../../engine/run-view.ts";
import { casesOf, type DiagnosedCase, diagnosedCases, isBadCase, membersOf } from "../../stages/cases.ts";
import type { ReportedErrorType } from "../report-data.ts";

/** Examples shown of each error type. */
const examplesPerType = 3;

interface LaterAttempts {
  /** The iteration after whose training the attempts were made. */
  iteration: number;
  byProblem: Map<string, Attempt>;
}

/** The error types of every iteration, with their bad cases and what later models made of them. */
export function errorTypesOf(store: RunStore, steps: readonly StoredStep[]): ReportedErrorType[] {
  const method = steps.filter(({ line, state }) => line === "method" && state === "done");
  const problems = [
    ...store.artifacts(givenStep, "seedProblems"),
    ...method.flatMap(({ id }) => store.artifacts(id, "syntheticProblems")),
  ];
  const laterAttempts = method
    .filter(({ stage }) => stage === "attempt")
    .map((step) => attemptsAfter(store, step));

  return method
    .filter(({ stage }) => stage === "review")
    .flatMap(({ id, iteration }) => {
      const place = id.slice(0, id.lastIndexOf("/"));
      const badCases = casesOf(problems, store.artifacts(`${place}/attempt`, "attempts")).filter(isBadCase);
      const diagnosed = diagnosedCases(badCases, store.artifacts(`${place}/diagnose`, "diagnoses"));
      const later = laterAttempts.filter((attempts) => attempts.iteration >= iteration);
      return store
        .artifacts(id, "reviewedErrorTypes")
        .map((type) => {
          const { id, name, explanation } = type;
          return { id, name, explanation, iteration, ...describeMembers(membersOf(type, diagnosed), later) };
        })
        .sort((a, b) => b.badCases - a.badCases);
    });
}

/** Attempts at the start of iteration k were made by the model that iteration k − 1 trained. */
function attemptsAfter(store: RunStore, step: StoredStep): LaterAttempts {
  const attempts = store.artifacts(step.id, "attempts");
  return {
    iteration: step.id.split("/")[1] === "end" ? step.iteration : step.iteration - 1,
    byProblem: new Map(attempts.map((attempt) => [attempt.problemId, attempt])),
  };
}

function describeMembers(members: readonly DiagnosedCase[], later: readonly LaterAttempts[]) {
  const byKeyphrase = Map.groupBy(members, ({ diagnosis }) => diagnosis.keyphrase);
  return {
    badCases: members.length,
    keyphrases: [...byKeyphrase]
      .map(([text, { length }]) => ({ text, count: length }))
      .sort((a, b) => b.count - a.count),
    rightAfter: later.map(({ iteration, byProblem }) => ({
      iteration,
      right: members.filter(({ case: { problem } }) => byProblem.get(problem.id)?.verdict === "right").length,
    })),
    examples: members.slice(0, examplesPerType).map(({ case: { problem, attempt }, diagnosis }) => ({
      problem,
      attempt,
      keyphrase: diagnosis.keyphrase,
      diagnosis: diagnosis.explanation,
      later: later.flatMap(({ iteration, byProblem }) => {
        const found = byProblem.get(problem.id);
        return found ? [{ iteration, attempt: found }] : [];
      }),
    })),
  };
}

/** Which error types of the first iteration the base model's wrong answer to a benchmark problem belongs to. */
export function errorTypeIdsOnBenchmarks(
  store: RunStore,
  steps: readonly StoredStep[],
): (benchmark: string, problemId: string) => string[] {
  const review = steps.find(({ stage, state }) => stage === "review" && state === "done");
  const types = review ? store.artifacts(review.id, "reviewedErrorTypes") : [];
  const keyphrases = new Map(
    steps
      .filter(({ stage }) => stage === "diagnose-benchmarks")
      .flatMap(({ id }) => store.artifacts(id, "benchmarkDiagnoses"))
      .map(({ benchmark, diagnosis }) => [`${benchmark}/${diagnosis.problemId}`, diagnosis.keyphrase]),
  );
  return (benchmark, problemId) => {
    const keyphrase = keyphrases.get(`${benchmark}/${problemId}`);
    return keyphrase === undefined
      ? []
      : types.filter((type) => type.keyphrases.includes(keyphrase)).map(({ id }) => id);
  };
}
