import { contains } from "../syntax/children.ts";
import type { Node } from "../syntax/node.ts";
import type { Comparison } from "./comparison.ts";
import { isRounding } from "./rounding.ts";
import { compareByValue } from "./sampling.ts";
import { different, same, undecided, type Verdict } from "./verdict.ts";

/** Compares two expressions: numbers exactly, others by their values. */
export function compareExpressions(a: Node, b: Node, comparison: Comparison): Verdict {
  const [infinityOfA, infinityOfB] = [infinitySign(a), infinitySign(b)];
  if (infinityOfA !== 0 || infinityOfB !== 0)
    return infinityOfA === infinityOfB ? same("both infinite") : different("one is infinite");
  const sampled = compareByValue(a, b, comparison);
  if (sampled.same) return same(sampled.isExact ? "equal as exact numbers" : "equal in value to 30 digits");
  if (isRounding(a, b, comparison)) return same("a decimal that rounds the exact value");
  if (sampled.same === false && !isHalfRead(a) && !isHalfRead(b))
    return different(sampled.isExact ? "different numbers" : "different in value");
  if (keyOf(a) === keyOf(b)) return same("the same expression");
  return undecided("the value of an expression could not be found");
}

const isHalfRead = (node: Node) => contains(node, (inner) => inner.kind === "opaque");

/** 1 or −1 for an infinity, 0 for what is none. */
function infinitySign(node: Node): number {
  if (node.kind === "constant") return node.name === "infinity" ? 1 : 0;
  return node.kind === "negation" ? -infinitySign(node.operand) : 0;
}

/** A text that two nodes share only if they are the same expression as written. */
export const keyOf = (node: Node): string =>
  JSON.stringify(node, (_, value) => (typeof value === "bigint" ? value.toString() : value));
