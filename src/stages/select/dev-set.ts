import type { Case } from "../../domain/attempt.ts";
import { isBadCase, isGoodCase } from "../cases.ts";

/** The good and bad cases that selection scores on (paper: 50 + 50). */
export interface DevSet {
  bad: Case[];
  good: Case[];
}

/** The first `bad` bad and `good` good cases, in the order of the dev problems. */
export function drawDevSet(cases: readonly Case[], sizes: { bad: number; good: number }): DevSet {
  return {
    bad: cases.filter(isBadCase).slice(0, sizes.bad),
    good: cases.filter(isGoodCase).slice(0, sizes.good),
  };
}
