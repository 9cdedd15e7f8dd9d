import type { Attempt, Case } from "../domain/attempt.ts";
import type { Diagnosis } from "../domain/diagnosis.ts";
import type { ErrorType } from "../domain/error-type.ts";
import type { Problem } from "../domain/problem.ts";

/** Joins problems with their attempts, in the order of the attempts. */
export function casesOf(problems: readonly Problem[], attempts: readonly Attempt[]): Case[] {
  const problemById = new Map(problems.map((problem) => [problem.id, problem]));
  return attempts.flatMap((attempt) => {
    const problem = problemById.get(attempt.problemId);
    return problem ? [{ problem, attempt }] : [];
  });
}

/** An answer that could not be compared says nothing of the model: its case is neither bad nor good. */
export const isBadCase = ({ attempt: { verdict } }: Pick<Case, "attempt">): boolean =>
  verdict !== "right" && verdict !== "undecided";

export const isGoodCase = ({ attempt }: Case): boolean => attempt.verdict === "right";

/** A bad case with its diagnosis: what a type's members are. */
export interface DiagnosedCase {
  case: Case;
  diagnosis: Diagnosis;
}

/** The members of an error type: every bad case whose keyphrase the type holds. A case may belong to several. */
export function membersOf(type: ErrorType, diagnosed: readonly DiagnosedCase[]): DiagnosedCase[] {
  const keyphrases = new Set(type.keyphrases);
  return diagnosed.filter(({ diagnosis }) => keyphrases.has(diagnosis.keyphrase));
}

/** Joins bad cases with their diagnoses, in the order of the diagnoses. */
export function diagnosedCases(cases: readonly Case[], diagnoses: readonly Diagnosis[]): DiagnosedCase[] {
  const caseById = new Map(cases.map((badCase) => [badCase.problem.id, badCase]));
  return diagnoses.flatMap((diagnosis) => {
    const found = caseById.get(diagnosis.problemId);
    return found ? [{ case: found, diagnosis }] : [];
  });
}
