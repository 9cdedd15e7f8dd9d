import type { Correction, CorrectionKind } from "../../domain/correction.ts";
import type { ErroneousSolution } from "../../domain/erroneous-solution.ts";
import type { Problem } from "../../domain/problem.ts";
import { UnusableAnswerError } from "../../foundation/errors.ts";
import { doneOutputs } from "../outcomes.ts";
import type { Item, Outcome, StageContext } from "../stage.ts";
import { requireEnding, separatorAfter } from "./mistake-work.ts";

/** A wrong solution to correct: the right solution to come to, and what seeds every random choice. */
export interface CorrectionWork {
  problem: Problem;
  erroneous: ErroneousSolution;
  rightSolution: string;
  seed: string;
}

/** Corrects every collected wrong solution in one way, and keeps what ends right. */
export async function correctEach(
  context: StageContext,
  kind: CorrectionKind,
  rightSolutionOf: (problem: Problem, erroneous: ErroneousSolution) => string,
  write: (work: CorrectionWork) => Promise<string>,
): Promise<{ outcomes: Outcome<Correction>[]; corrections: Correction[] }> {
  const { instructor, grader } = context.services;
  const problems = new Map(context.read("seedProblems").map((problem) => [problem.id, problem]));
  const items = context.read("erroneousSolutions").map((erroneous): Item<CorrectionWork> => {
    const problem = problems.get(erroneous.problemId)!;
    const rightSolution = rightSolutionOf(problem, erroneous);
    const seed = `${context.seed}/${erroneous.id}`;
    return {
      id: erroneous.id,
      key: [problem, erroneous, rightSolution, seed],
      input: { problem, erroneous, rightSolution, seed },
    };
  });
  const outcomes = await context.each(items, instructor.concurrency, async (work) => {
    if (work.rightSolution === "") throw new UnusableAnswerError("there is no right solution to come to");
    const correction = correctionOf(kind, work, await write(work));
    requireEnding(grader, "right", correction.prefix + correction.continuation, work.problem);
    return correction;
  });
  return { outcomes, corrections: doneOutputs(outcomes) };
}

function correctionOf(
  kind: CorrectionKind,
  { erroneous, rightSolution }: CorrectionWork,
  written: string,
): Correction {
  const { id, problemId, origin, label, prefix } = erroneous;
  if (written.trim() === "") throw new UnusableAnswerError("the correction is empty");
  return {
    id: `${id}~${kind}`,
    problemId,
    erroneousSolutionId: id,
    kind,
    origin,
    label,
    prefix,
    continuation: `${separatorAfter(erroneous)}${written.trim()}`,
    rightSolution,
  };
}
