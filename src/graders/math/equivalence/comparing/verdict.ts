import type { Equivalence } from "../equivalence.ts";

export type Verdict = Equivalence;

export const same = (how: string): Verdict => ({ equal: true, how });
export const different = (how: string): Verdict => ({ equal: false, how });
export const undecided = (how: string): Verdict => ({ equal: null, how });

/** The first verdict that says equal; else one that is undecided; else the first. */
export function anyOf(verdicts: Iterable<Verdict>): Verdict {
  let fallback: Verdict | null = null;
  for (const verdict of verdicts) {
    if (verdict.equal) return verdict;
    if (!fallback || (fallback.equal === false && verdict.equal === null)) fallback = verdict;
  }
  return fallback ?? undecided("there is nothing to compare");
}

/** Equal if all are; different as soon as one is; undecided otherwise. */
export function allOf(verdicts: Iterable<Verdict>, how: string): Verdict {
  let open: Verdict | null = null;
  for (const verdict of verdicts) {
    if (verdict.equal === false) return verdict;
    if (verdict.equal === null) open = verdict;
  }
  return open ?? same(how);
}
