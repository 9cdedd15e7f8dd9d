import { samplePoints } from "../numbers/points.ts";
import { namesIn } from "../syntax/children.ts";
import type { Node } from "../syntax/node.ts";
import type { Comparison } from "./comparison.ts";
import { keyOf } from "./expressions.ts";
import { areSameSets } from "./real-sets.ts";
import { realSetOf, subjectOf } from "./set-of-node.ts";
import { different, same, undecided, type Verdict } from "./verdict.ts";

/** Whether an answer can only be read as a set of real numbers. */
export function describesSet(node: Node): boolean {
  if (node.kind === "relation") return node.signs.some((sign) => sign !== "=" && sign !== "approximately");
  if (node.kind === "list") return node.members.some(describesSet);
  if (node.kind === "sum") return describesSet(node.operands[0]!);
  return node.kind === "set-operation" || node.kind === "set-builder" || node.kind === "named-set";
}

const fewestPoints = 2;
const mostPoints = 4;

/**
 * Compares sets of real numbers however they are written: intervals, unions, inequalities, conditions. Bounds with
 * symbols are compared at several values of the symbols. null: one of the two is no such set.
 */
export function compareSets(a: Node, b: Node, comparison: Comparison): Verdict | null {
  const subjects = subjectsDiffer(a, b);
  if (subjects !== "no")
    return subjects === "yes" ? different("the conditions are about different unknowns") : null;
  const isConstant = namesIn(a).size === 0 && namesIn(b).size === 0;
  let compared = 0;
  let readable = false;
  for (const point of samplePoints.slice(0, isConstant ? 1 : mostPoints)) {
    const evaluation = { bits: 320n, point, budget: comparison.budget, realOnly: true };
    const [x, y] = [realSetOf(a, evaluation), realSetOf(b, evaluation)];
    if (!x || !y) continue;
    readable = true;
    const found = areSameSets(x, y);
    if (found === false) return different("different sets of real numbers");
    if (found) compared++;
  }
  if (compared >= (isConstant ? 1 : fewestPoints)) return same("the same set of real numbers");
  if (keyOf(a) === keyOf(b)) return same("the same expression");
  return readable ? undecided("the order of two bounds could not be told") : null;
}

/**
 * x > 5 and y > 5 speak of different things; (5, ∞) speaks of either. Values of functions, which may be written in
 * different ways, are left to the comparison of the relations.
 */
function subjectsDiffer(a: Node, b: Node): "no" | "yes" | "perhaps" {
  const [x, y] = [simpleSubject(a), simpleSubject(b)];
  if (!x || !y || keyOf(x) === keyOf(y)) return "no";
  return x.kind === "symbol" && y.kind === "symbol" ? "yes" : "perhaps";
}

function simpleSubject(node: Node): Node | null {
  if (node.kind === "list")
    return node.members.map(simpleSubject).find((subject) => subject !== null) ?? null;
  return node.kind === "relation" ? subjectOf(node) : null;
}
