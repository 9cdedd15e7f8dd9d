import { evaluate } from "../numbers/evaluate.ts";
import { type Point, samplePoints } from "../numbers/points.ts";
import { agreement, isExact, type MaybeValue } from "../numbers/value.ts";
import { contains, namesIn } from "../syntax/children.ts";
import type { Node } from "../syntax/node.ts";
import type { Comparison } from "./comparison.ts";

/** Bits of the first attempt, and of the second where the first cannot tell. */
const precisions = [320n, 960n] as const;

/** Points at which two expressions must agree before they count as the same. */
const enoughPoints = 6;
const fewestPoints = 3;

export interface SampledAgreement {
  /** null: they could be compared at too few points, or not precisely enough. */
  readonly same: boolean | null;
  /** Every compared value was an exact fraction. */
  readonly isExact: boolean;
}

/**
 * Compares two expressions by their values: at one point where they hold no symbols, at several otherwise. A point
 * where either is undefined, or where one is not real, lies outside the common domain and says nothing, unless no
 * point is real.
 */
export function compareByValue(a: Node, b: Node, comparison: Comparison): SampledAgreement {
  const isConstant = namesOf(a).size === 0 && namesOf(b).size === 0;
  if (isConstant)
    return agreementAt(a, b, samplePoints[0]!, comparison, true) ?? { same: null, isExact: false };
  const isComplex = [a, b].some((node) =>
    contains(node, (inner) => inner.kind === "constant" && inner.name === "i"),
  );
  const real = compareAtPoints(a, b, comparison, isComplex);
  return real.same === null && !isComplex ? compareAtPoints(a, b, comparison, true) : real;
}

/** Names of symbols and of notation that is treated as one. */
function namesOf(node: Node): Set<string> {
  const names = namesIn(node);
  if (contains(node, (inner) => inner.kind === "opaque" || inner.kind === "words")) names.add("");
  return names;
}

function compareAtPoints(a: Node, b: Node, comparison: Comparison, complex: boolean): SampledAgreement {
  let compared = 0;
  let allExact = true;
  for (const point of samplePoints) {
    const found = agreementAt(a, b, point, comparison, complex);
    if (found?.same === false) return found;
    if (found?.same == null) continue;
    allExact &&= found.isExact;
    if (++compared >= enoughPoints) break;
  }
  return { same: compared >= fewestPoints ? true : null, isExact: allExact };
}

/** null: the point says nothing. */
function agreementAt(
  a: Node,
  b: Node,
  point: Point,
  comparison: Comparison,
  complex: boolean,
): SampledAgreement | null {
  for (const bits of precisions) {
    const evaluation = { bits, point, budget: comparison.budget, realOnly: !complex };
    const x = evaluate(a, evaluation);
    const y = x && evaluate(b, evaluation);
    if (!x || !y) return null;
    const found = agreement(x, y, bits);
    if (found !== "unclear") return { same: found === "same", isExact: isExact(x) && isExact(y) };
  }
  return null;
}

/** Calls with the values of several expressions at each point until `test` says false; null where no point tells. */
export function testAtPoints(
  nodes: readonly Node[],
  comparison: Comparison,
  test: (values: readonly NonNullable<MaybeValue>[], bits: bigint) => boolean | null,
): boolean | null {
  const isConstant = nodes.every((node) => namesOf(node).size === 0);
  let passed = 0;
  const bits = precisions[0];
  for (const point of isConstant ? samplePoints.slice(0, 1) : samplePoints) {
    const values = nodes.map((node) =>
      evaluate(node, { bits, point, budget: comparison.budget, realOnly: !isConstant }),
    );
    if (values.includes(null)) continue;
    const verdict = test(values as NonNullable<MaybeValue>[], bits);
    if (verdict === false) return false;
    if (verdict && ++passed >= enoughPoints) return true;
  }
  return passed >= (isConstant ? 1 : fewestPoints) ? true : null;
}
