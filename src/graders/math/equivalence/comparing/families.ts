import { rational } from "../../../../mathematics/rational.ts";
import { arithmeticWith } from "../numbers/arithmetic.ts";
import { evaluate } from "../numbers/evaluate.ts";
import { isNearZero, nearestInteger } from "../numbers/near-zero.ts";
import { samplePoints } from "../numbers/points.ts";
import type { MaybeValue, Value } from "../numbers/value.ts";
import { contains, namesIn } from "../syntax/children.ts";
import type { Node } from "../syntax/node.ts";
import type { Comparison } from "./comparison.ts";
import { withoutDeclarations } from "./declarations.ts";
import { keyOf } from "./expressions.ts";
import { labelledValue } from "./labels.ts";
import { different, same, type Verdict } from "./verdict.ts";

/** The values offset + period · k for all integers k. */
interface Family {
  readonly offset: Value;
  readonly period: Value;
}

const bits = 320n;
const { plus, minus, times, over } = arithmeticWith(bits);
/** Periods whose ratio has a larger denominator are taken to have no common multiple. */
const mostCosets = 24n;

/**
 * Compares families of angles such as π/4 + kπ as sets, whatever the name of the integer, the representative and the
 * number of families that they are written as. null: one of the two is no such family.
 */
export function compareFamilies(a: Node, b: Node, comparison: Comparison): Verdict | null {
  const [membersOfA, membersOfB] = [membersOf(a), membersOf(b)];
  if (membersOfA[0] && membersOfB[0] && !haveSameName(membersOfA[0], membersOfB[0])) return null;
  const x = familiesOf(membersOfA, comparison);
  const y = x && familiesOf(membersOfB, comparison);
  if (!x || !y) return null;
  const isDeclared = a.kind === "set-builder" || b.kind === "set-builder";
  if (!isDeclared && isMultipleOfOne(x) && isMultipleOfOne(y) && nameIn(a) === nameIn(b)) return null;
  return areCovered(x, y) && areCovered(y, x)
    ? same("the same family of values")
    : different("different families of values");
}

function membersOf(node: Node): readonly Node[] {
  if (node.kind === "set-builder") return membersOf(withoutDeclarations(node.condition));
  return node.kind === "list" || node.kind === "set" ? node.members : [node];
}

/** A name may be left out. */
function haveSameName(a: Node, b: Node): boolean {
  const [x, y] = [labelledValue(a), labelledValue(b)];
  return !x || !y || keyOf(x.label) === keyOf(y.label);
}

function familiesOf(members: readonly Node[], comparison: Comparison): readonly Family[] | null {
  const families = members.map((member) => familyOf(labelledValue(member)?.value ?? member, comparison));
  return families.every((family) => family !== null) ? families : null;
}

function familyOf(node: Node, { budget }: Comparison): Family | null {
  const [name, ...others] = namesIn(node);
  if (name === undefined || others.length > 0 || !/^[jklmn]$/.test(name) || !holdsAngle(node)) return null;
  const [first, second, third] = [0, 1, -5].map((k) =>
    evaluate(node, { bits, budget, point: samplePoints[0]!.with(name, rational(k)), realOnly: true }),
  );
  const period = minus(second ?? null, first ?? null);
  const bend = plus(minus(third ?? null, first ?? null), times(rational(5), period));
  if (!first || !period || !bend || !isNearZero(bend, bits) || isNearZero(period, bits)) return null;
  return { offset: first, period };
}

/** A mere multiple such as 2πn may also be a value that depends on n. */
const isMultipleOfOne = (families: readonly Family[]) =>
  families.every(({ offset }) => isNearZero(offset, bits));

const nameIn = (node: Node) => [...namesIn(node)].at(-1);

const holdsAngle = (node: Node) =>
  contains(node, (inner) => inner.kind === "degrees" || (inner.kind === "constant" && inner.name === "pi"));

/** Whether every value of the one families is a value of the others. */
function areCovered(families: readonly Family[], others: readonly Family[]): boolean {
  return families.every(({ offset, period }) => {
    const denominators = others.map((other) => denominatorOf(over(period, other.period)));
    if (denominators.includes(null)) return false;
    const cosets = denominators.reduce((product, denominator) => product! * denominator!, 1n)!;
    if (cosets > mostCosets) return false;
    return Array.from({ length: Number(cosets) }, (_, k) => k).every((k) => {
      const value = plus(offset, times(rational(k), period));
      return others.some((other) => isInteger(over(minus(value, other.offset), other.period)));
    });
  });
}

/** The denominator of a ratio that is a simple fraction. */
function denominatorOf(ratio: MaybeValue): bigint | null {
  for (let denominator = 1n; denominator <= mostCosets; denominator++)
    if (isInteger(times(ratio, rational(denominator)))) return denominator;
  return null;
}

const isInteger = (value: MaybeValue) => value !== null && nearestInteger(value, bits) !== null;
