import { type Evaluation, evaluate } from "../numbers/evaluate.ts";
import { isNonReal, type Value } from "../numbers/value.ts";
import { difference } from "../syntax/build.ts";
import { mapChildren } from "../syntax/children.ts";
import type { List, Node, Relation, RelationSign } from "../syntax/node.ts";
import { keyOf } from "./expressions.ts";
import {
  allReals,
  emptySet,
  integersIn,
  intersection,
  isEmpty,
  pointSet,
  type RealSet,
  ray,
  union,
  without,
} from "./real-sets.ts";
import { solutionsOf } from "./solutions.ts";

/** The set of real numbers that an answer describes, at one choice of values for its other symbols; null if none. */
export function realSetOf(node: Node, evaluation: Evaluation): RealSet | null {
  const setOf = (inner: Node) => realSetOf(inner, evaluation);
  switch (node.kind) {
    case "named-set":
      return node.name === "R" ? allReals : node.name === "empty" ? emptySet : null;
    case "sequence":
      return node.members.length === 2
        ? intervalOf(node.members[0]!, node.members[1]!, node.open, node.close, evaluation)
        : null;
    case "set":
      return combineAll(
        node.members.map((member) => pointOf(member, evaluation)),
        union,
      );
    case "set-operation": {
      const operation = { union, intersection, difference: without }[node.operation];
      return combineAll(node.operands.map(setOf), charged(operation, evaluation));
    }
    case "sum": {
      const [first, ...rest] = node.operands;
      const removed = rest.map((term) => (term.kind === "negation" ? setOf(term.operand) : null));
      return combineAll([setOf(first!), ...removed], without);
    }
    case "relation":
      return relationSet(node, evaluation);
    case "set-builder":
      return builtSet(node.element, setOf(node.condition), evaluation);
    case "list":
      return listSet(node, evaluation);
    case "quantity":
      return setOf(node.operand);
    default:
      return null;
  }
}

/** The operation, charged with the number of bounds that it orders. */
const charged =
  (operation: (a: RealSet, b: RealSet) => RealSet | null, { budget }: Evaluation) =>
  (a: RealSet, b: RealSet) => {
    budget.operations -= a.breaks.length + b.breaks.length;
    return budget.operations < 0 ? null : operation(a, b);
  };

const combineAll = (
  sets: readonly (RealSet | null)[],
  combine: (a: RealSet, b: RealSet) => RealSet | null,
) => (sets.length === 0 ? null : sets.reduce((a, b) => a && b && combine(a, b)));

/** Conditions joined by "or" are a union; by "and" or a comma an intersection, unless nothing would be left. */
function listSet(node: List, evaluation: Evaluation): RealSet | null {
  const sets = node.members.map((member) => realSetOf(member, evaluation));
  if (node.joint === "or") return combineAll(sets, union);
  const common = combineAll(sets, intersection);
  return common && isEmpty(common) ? combineAll(sets, union) : common;
}

/** { x ∈ S | condition } */
function builtSet(element: Node, condition: RealSet | null, evaluation: Evaluation): RealSet | null {
  if (element.kind !== "relation") return condition;
  const [, domain] = element.operands;
  if (element.signs[0] === "in" && domain?.kind === "named-set" && domain.name === "Z")
    return condition && integersIn(condition);
  return combineAll([realSetOf(element, evaluation), condition], intersection);
}

function pointOf(node: Node, evaluation: Evaluation): RealSet | null {
  const value = evaluate(node, evaluation);
  return value && !isNonReal(value) ? pointSet(value) : null;
}

function intervalOf(
  low: Node,
  high: Node,
  open: string,
  close: string,
  evaluation: Evaluation,
): RealSet | null {
  const from = isInfinite(low)
    ? low.kind === "negation"
      ? allReals
      : emptySet
    : map(evaluate(low, evaluation), (value) => ray(value, true, open === "["));
  const to = isInfinite(high)
    ? high.kind === "negation"
      ? emptySet
      : allReals
    : map(evaluate(high, evaluation), (value) => ray(value, false, close === "]"));
  return from && to && intersection(from, to);
}

const map = (value: Value | null, change: (value: Value) => RealSet): RealSet | null =>
  value && !isNonReal(value) ? change(value) : null;

const isInfinite = (node: Node): boolean =>
  (node.kind === "constant" && node.name === "infinity") ||
  (node.kind === "negation" && isInfinite(node.operand));

/** x ∈ S, x ≠ 3, a < x ≤ b: every link of the chain that holds the subject. */
function relationSet(node: Relation, evaluation: Evaluation): RealSet | null {
  if (node.signs[0] === "in" && node.signs.length === 1) return realSetOf(node.operands[1]!, evaluation);
  const subject = subjectOf(node);
  if (!subject) return null;
  const links = node.signs.map((sign, index) =>
    linkSet(node.operands[index]!, sign, node.operands[index + 1]!, subject, evaluation),
  );
  return combineAll(links, intersection);
}

/**
 * What an inequality is about: an operand that is a symbol or a value such as f(x), first the middle of a chain and the
 * usual unknowns, or the only symbol inside.
 */
export function subjectOf(node: Relation): Node | null {
  const isName = (operand: Node) => operand.kind === "symbol" || operand.kind === "application";
  const alone = [...(node.operands.length === 3 ? [node.operands[1]!] : []), ...node.operands].filter(isName);
  const unknown = alone.find((name) => name.kind === "symbol" && /^[xyz]$/.test(name.name)) ?? alone[0];
  if (unknown) return unknown;
  const symbols = new Map<string, Node>();
  const visit = (inner: Node): Node => {
    if (isName(inner)) symbols.set(keyOf(inner), inner);
    return inner.kind === "application" ? inner : mapChildren(inner, visit);
  };
  for (const operand of node.operands) visit(operand);
  return symbols.size === 1 ? [...symbols.values()][0]! : null;
}

const subjectName = "the subject";

/** The set of subjects for which `left sign right`. */
function linkSet(
  left: Node,
  sign: RelationSign,
  right: Node,
  subject: Node,
  evaluation: Evaluation,
): RealSet | null {
  if (sign === "in" || sign === "equivalent" || sign === "approximately") return null;
  if (isInfinite(left) || isInfinite(right)) return allReals;
  const isZero = right.kind === "number" && right.value.numerator === 0n;
  const named = replace(isZero ? left : difference(left, right), keyOf(subject));
  return solutionsOf(named, sign, subjectName, evaluation);
}

const replace = (node: Node, key: string): Node =>
  keyOf(node) === key
    ? { kind: "symbol", name: subjectName }
    : mapChildren(node, (child) => replace(child, key));
