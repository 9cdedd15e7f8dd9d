import { mapChildren } from "../syntax/children.ts";
import type { List, Node } from "../syntax/node.ts";
import { keyOf } from "./expressions.ts";

/** A value with the name that the answer gives it: x = 5, f(x) = 2x, AB = 3, (p, q) = (3, 2). */
export interface Labelled {
  readonly label: Node;
  readonly value: Node;
  /** Decimals given after ≈. */
  readonly approximations: readonly Node[];
}

/**
 * The value that a chain of equations arrives at: x = 5 + 6 = 11 names 11, and x = 1/3 ≈ 0.333 names 1/3. null for an
 * equation that names no value, such as 2x + z = 1.
 */
export function labelledValue(node: Node): Labelled | null {
  if (node.kind !== "relation" || node.signs.some((sign) => sign !== "=" && sign !== "approximately"))
    return null;
  const { operands, signs } = node;
  const [first, last] = [operands[0]!, operands.at(-1)!];
  if (isLabel(last) && !isLabel(first) && operands.length === 2)
    return { label: last, value: first, approximations: [] };
  const isComputation = !hasName(first);
  if (operands.length === 2 && !isComputation && !isLabel(first)) return null;
  const rounded = signs.indexOf("approximately", isComputation ? 0 : 1);
  const end = rounded < 0 ? operands.length : rounded + 1;
  return { label: first, value: operands[end - 1]!, approximations: operands.slice(end) };
}

/** Whether a chain begins with a calculation, as in cos(π) = −1, instead of a name. */
export const isComputed = ({ label }: Labelled): boolean => !hasName(label);

const hasName = (node: Node): boolean => {
  if (node.kind === "symbol" || node.kind === "application" || node.kind === "opaque") return true;
  let found = false;
  mapChildren(node, (child) => {
    found ||= hasName(child);
    return child;
  });
  return found;
};

/** A name: a symbol, a value of a function, a length |AB|, a product of letters, a ratio or tuple of names. */
function isLabel(node: Node): boolean {
  switch (node.kind) {
    case "symbol":
    case "application":
    case "words":
      return true;
    case "product":
      return node.operands.every((factor) => factor.kind === "symbol" || factor.kind === "application");
    case "set-operation":
      return node.operands.every(isLabel);
    case "power":
      return isLabel(node.base) && node.exponent.kind === "negation";
    case "ratio":
      return node.parts.every(isLabel);
    case "quotient":
      return isLabel(node.numerator) && isLabel(node.denominator);
    case "sequence":
      return node.open === "(" && node.members.every(isLabel);
    case "function":
      return node.name === "absolute" && isLabel(node.operands[0]!);
    default:
      return false;
  }
}

/** Whether two labels name the same: equal up to the name of the argument of a function, and y stands for any f(x). */
export function sameLabel(a: Node, b: Node): boolean {
  if (keyOf(a) === keyOf(b)) return true;
  if (a.kind === "application" && b.kind === "application")
    return (
      a.name === b.name &&
      a.operands.length === b.operands.length &&
      argumentNames(a) !== null &&
      argumentNames(b) !== null
    );
  return isDependent(a, b) || isDependent(b, a);
}

const isDependent = (a: Node, b: Node) =>
  a.kind === "symbol" && a.name === "y" && b.kind === "application" && !b.name.endsWith("_");

/** The symbols x, y of f(x, y); null where an argument is no symbol. */
function argumentNames(label: Node): readonly string[] | null {
  if (label.kind !== "application" || label.name.endsWith("_")) return null;
  const names = label.operands.map((operand) => (operand.kind === "symbol" ? operand.name : null));
  return names.every((name) => name !== null) ? names : null;
}

/** The value with the arguments of its function under neutral names, so that f(x) = x² and f(t) = t² are the same. */
export function withNeutralArguments({ label, value }: Labelled, other: Labelled): Node {
  const names = argumentNames(label);
  const others = argumentNames(other.label);
  if (!names || !others || names.length !== others.length) return value;
  const renamed = new Map(names.map((name, index) => [name, others[index]!]));
  const rename = (node: Node): Node =>
    node.kind === "symbol" && renamed.has(node.name)
      ? { kind: "symbol", name: renamed.get(node.name)! }
      : mapChildren(node, rename);
  return rename(value);
}

/** x = 1, y = 2 or x = 2, y = 1: a list of such lists where the names come round again; null for anything else. */
export function assignmentGroups({ members, joint }: List): readonly Node[] | null {
  const labels = members.map((member) => {
    const named = labelledValue(member);
    return named && keyOf(named.label);
  });
  const size = labels.indexOf(labels[0]!, 1);
  if (size < 2 || members.length % size !== 0 || labels.includes(null)) return null;
  if (labels.some((label, index) => label !== labels[index % size])) return null;
  return Array.from({ length: members.length / size }, (_, index) => ({
    kind: "list",
    joint,
    members: members.slice(index * size, (index + 1) * size),
  }));
}

/** x = 1, y = 2 or (x, y) = (1, 2) as names with values; null for anything else. */
export function assignmentsOf(node: Node): readonly Labelled[] | null {
  if (node.kind === "list") {
    const all = node.members.map(labelledValue);
    if (!all.every((member) => member !== null)) return null;
    const keys = new Set(all.map((member) => keyOf(member.label)));
    return keys.size === all.length && all.length > 1 ? all : null;
  }
  const named = labelledValue(node);
  if (named?.label.kind !== "sequence" || named.value.kind !== "sequence" || isComputed(named)) return null;
  const { members } = named.value;
  if (named.label.members.length !== members.length) return null;
  return named.label.members.map((label, index) => ({ label, value: members[index]!, approximations: [] }));
}
