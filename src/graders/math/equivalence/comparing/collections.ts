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
  const found = [isCovered(a, b, comparison), isCovered(b, a, comparison)];
  if (found.includes(false)) return different("a member has no counterpart");
  return found.includes(null) ? undecided("members could not be compared") : same("the same members");
}

/** As `compareUnordered`, but each member has a counterpart of its own: 1, 1, 2 is not 1, 2, 2. */
export function comparePairwise(a: readonly Node[], b: readonly Node[], comparison: Comparison): Verdict {
  const coverage = compareUnordered(a, b, comparison);
  if (!coverage.equal || a.length !== b.length) return coverage;
  const left = [...b];
  for (const member of a) {
    const at = left.findIndex((other) => comparison.compare(member, other, comparison).equal);
    if (at < 0) return different("a member is repeated more often");
    left.splice(at, 1);
  }
  return coverage;
}

/** Whether each of the members equals one of the others; null if that hangs on a pair that cannot be decided. */
function isCovered(
  members: readonly Node[],
  others: readonly Node[],
  comparison: Comparison,
): boolean | null {
  let open = false;
  for (const [index, member] of members.entries()) {
    const found = hasEqual(member, nearFirst(others, index), comparison);
    if (found === false) return false;
    open ||= found === null;
  }
  return open ? null : true;
}

/** The member at the same place first: most lists come in the same order. */
const nearFirst = (others: readonly Node[], index: number): readonly Node[] =>
  index < others.length ? [others[index]!, ...others.slice(0, index), ...others.slice(index + 1)] : others;

function hasEqual(member: Node, others: readonly Node[], comparison: Comparison): boolean | null {
  let open = false;
  for (const other of others) {
    const { equal } = comparison.compare(member, other, comparison);
    if (equal) return true;
    open ||= equal === null;
  }
  return open ? null : false;
}
