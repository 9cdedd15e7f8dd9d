import type { Node } from "../syntax/node.ts";
import type { Comparison } from "./comparison.ts";
import { allOf, different, same, undecided, type Verdict } from "./verdict.ts";

/** Compares member by member in order. */
export function compareInOrder(
  a: readonly Node[],
  b: readonly Node[],
  comparison: Comparison,
  how: string,
): Verdict {
  if (a.length !== b.length) return different("different numbers of members");
  return allOf(
    (function* () {
      for (let index = 0; index < a.length; index++)
        yield comparison.compare(a[index]!, b[index]!, comparison);
    })(),
    how,
  );
}

/** Compares without regard to order and repetition: each member of one must equal a member of the other. */
export function compareUnordered(a: readonly Node[], b: readonly Node[], comparison: Comparison): Verdict {
  const verdicts = a.map((left) => b.map((right) => comparison.compare(left, right, comparison)));
  const rows = verdicts.map((row) => holds(row));
  const columns = b.map((_, index) => holds(verdicts.map((row) => row[index]!)));
  const all = [...rows, ...columns];
  if (all.includes(false)) return different("a member has no counterpart");
  return all.includes(null) ? undecided("members could not be compared") : same("the same members");
}

/** Whether any verdict says equal; null if one of the others is undecided. */
function holds(verdicts: readonly Verdict[]): boolean | null {
  if (verdicts.some(({ equal }) => equal)) return true;
  return verdicts.some(({ equal }) => equal === null) ? null : false;
}
