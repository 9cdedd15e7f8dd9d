import { z } from "zod";
import type { Case } from "../domain/attempt.ts";
import type { BenchmarkProblem, EvaluatedProblem } from "../domain/evaluation.ts";
import type { Instructor } from "../instructors/instructor.ts";
import { isBadCase } from "./cases.ts";
import { expectedDiagnoses } from "./forecast.ts";
import { countOutcomes } from "./outcomes.ts";
import { defineStage, type Item, type StageResult } from "./stage.ts";

/**
 * Names the cause of every wrong answer of the base model on the benchmarks, so that the report can say which error
 * types the training removed on problems it never saw. A measurement: no stage reads what it writes.
 */
export const diagnoseBenchmarks = defineStage({
  name: "diagnose-benchmarks",
  version: 1,
  settings: z.strictObject({
    /** `auto`: where the instructor is no language model, as it would be paid for every wrong answer. */
    enabled: z.union([z.boolean(), z.literal("auto")]).default("auto"),
  }),
  reads: ["benchmarkProblems", "evaluatedProblems"],
  mayRead: [],
  writes: ["benchmarkDiagnoses"],
  uses: ["instructor"],
  forecast({ read, instructor }, { enabled }) {
    if (!isMeant(enabled, instructor)) return { calls: [], leaves: {} };
    const evaluated = read("evaluatedProblems");
    const { bad: rows = 0 } = evaluated;
    return { calls: [expectedDiagnoses(evaluated)], leaves: { benchmarkDiagnoses: { rows } } };
  },
  async run(context, { enabled }) {
    const { instructor } = context.services;
    const items = wrongAnswers(context.read("benchmarkProblems"), context.read("evaluatedProblems"));
    if (!isMeant(enabled, instructor)) return leftOut(items.length);
    const outcomes = await context.each(items, instructor.concurrency, (badCase) =>
      instructor.diagnose(badCase, context.signal),
    );
    const benchmarkDiagnoses = outcomes.flatMap((outcome, index) =>
      outcome.state === "done" ? [{ benchmark: items[index]!.benchmark, diagnosis: outcome.output }] : [],
    );
    return { artifacts: { benchmarkDiagnoses }, ...countOutcomes(outcomes) };
  },
});

function isMeant(enabled: boolean | "auto", instructor: Pick<Instructor, "solve">): boolean {
  return enabled === "auto" ? instructor.solve === undefined : enabled;
}

function leftOut(items: number): StageResult {
  const notDone = items > 0 ? { "not asked about (`stages.diagnose-benchmarks.enabled`)": items } : {};
  return { artifacts: { benchmarkDiagnoses: [] }, in: items, done: 0, notDone };
}

/** Item ids name the benchmark, because two benchmarks may share a problem. */
const itemId = (benchmark: string, problemId: string) => `${benchmark}/${problemId}`;

function wrongAnswers(
  problems: readonly BenchmarkProblem[],
  evaluated: readonly EvaluatedProblem[],
): (Item<Case> & { benchmark: string })[] {
  const problemById = new Map(problems.map((problem) => [itemId(problem.benchmark, problem.id), problem]));
  return evaluated.flatMap(({ benchmark, attempt }) => {
    const id = itemId(benchmark, attempt.problemId);
    const problem = problemById.get(id);
    if (!problem || !isBadCase({ attempt })) return [];
    return [{ id, benchmark, key: [problem, attempt], input: { problem, attempt } }];
  });
}
