import { contains, namesIn } from "../syntax/children.ts";
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
  const isNumber = namesIn(a).size === 0 && namesIn(b).size === 0;
  if (sampled.same) return same(howEqual(sampled.isExact, isNumber));
  if (isRounding(a, b, comparison)) return same("a decimal that rounds the exact value");
  if (sampled.same === false && !isHalfRead(a) && !isHalfRead(b))
    return different(isNumber ? "different numbers" : "different expressions");
  if (keyOf(a) === keyOf(b)) return same("the same expression");
  return undecided("the value of an expression could not be found");
}

function howEqual(isExact: boolean, isNumber: boolean): string {
  if (isNumber) return isExact ? "equal as exact numbers" : "equal in value to 30 digits";
  return isExact ? "equal as expressions" : "equal as expressions, at several points to 30 digits";
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
