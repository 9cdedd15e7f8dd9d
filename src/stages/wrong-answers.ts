import { z } from "zod";
import type { Case } from "../domain/attempt.ts";
import type { BenchmarkProblem, EvaluatedProblem } from "../domain/evaluation.ts";
import type { Instructor } from "../instructors/instructor.ts";
import { isBadCase } from "./cases.ts";
import type { Item } from "./stage.ts";

/** Whether the instructor is asked about wrong answers on the benchmarks, which only the report reads. */
export const AskingSettings = z.strictObject({
  /** `auto`: where the instructor is no language model, as it would be paid for every wrong answer. */
  enabled: z.union([z.boolean(), z.literal("auto")]).default("auto"),
});

export function isMeant(enabled: boolean | "auto", instructor: Pick<Instructor, "solve">): boolean {
  return enabled === "auto" ? instructor.solve === undefined : enabled;
}

/** The counts of a stage that is not to ask: every wrong answer is left out, for the same reason. */
export function notAskedAbout(items: number, stage: string) {
  return {
    in: items,
    done: 0,
    notDone: items > 0 ? { [`not asked about (\`stages.${stage}.enabled\`)`]: items } : {},
  };
}

/** Item ids name the benchmark, because two benchmarks may share a problem. */
const itemId = (benchmark: string, problemId: string) => `${benchmark}/${problemId}`;

/** The answers on the benchmarks that are not right, as the items of a stage. */
export function wrongAnswers(
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
