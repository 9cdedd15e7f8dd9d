import type { Problem } from "../domain/problem.ts";
import type { StageContext } from "./stage.ts";

/** The problems that an attempt may be at: the seeds, and what earlier iterations wrote and kept. */
export function attemptedProblems({ read, readEvery }: Pick<StageContext, "read" | "readEvery">): Problem[] {
  return [...read("seedProblems"), ...readEvery("syntheticProblems")];
}
