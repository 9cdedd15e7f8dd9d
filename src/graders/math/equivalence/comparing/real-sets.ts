import { rational } from "../../../../mathematics/rational.ts";
import { limits } from "../limits.ts";
import { addValues, isExact, negateValue, signOfValue, type Value } from "../numbers/value.ts";

/**
 * A set of real numbers made of points and intervals: membership is constant at each break point and in each of the
 * gaps before, between and after them.
 */
export interface RealSet {
  readonly breaks: readonly Value[];
  /** Membership of the break points. */
  readonly at: readonly boolean[];
  /** Membership of the gaps: one more than there are break points. */
  readonly between: readonly boolean[];
}

export const emptySet: RealSet = { breaks: [], at: [], between: [false] };
export const allReals: RealSet = { breaks: [], at: [], between: [true] };

export const pointSet = (value: Value): RealSet => ({ breaks: [value], at: [true], between: [false, false] });

/** The numbers below the value, or above it with `above`. */
export const ray = (value: Value, above: boolean, closed: boolean): RealSet => ({
  breaks: [value],
  at: [closed],
  between: [!above, above],
});

export const complement = (set: RealSet): RealSet => ({
  breaks: set.breaks,
  at: set.at.map((member) => !member),
  between: set.between.map((member) => !member),
});

/** Combines memberships; null where the order of two break points cannot be told. */
export function combineSets(
  a: RealSet,
  b: RealSet,
  combine: (a: boolean, b: boolean) => boolean,
): RealSet | null {
  const breaks: Value[] = [];
  const at: boolean[] = [];
  const between: boolean[] = [combine(a.between[0]!, b.between[0]!)];
  let [i, j] = [0, 0];
  while (i < a.breaks.length || j < b.breaks.length) {
    const order =
      i === a.breaks.length ? 1 : j === b.breaks.length ? -1 : orderOf(a.breaks[i]!, b.breaks[j]!);
    if (order === null) return null;
    breaks.push(order <= 0 ? a.breaks[i]! : b.breaks[j]!);
    at.push(combine(order <= 0 ? a.at[i]! : a.between[i]!, order >= 0 ? b.at[j]! : b.between[j]!));
    if (order <= 0) i++;
    if (order >= 0) j++;
    between.push(combine(a.between[i]!, b.between[j]!));
  }
  return { breaks, at, between };
}

export const union = (a: RealSet, b: RealSet) => combineSets(a, b, (x, y) => x || y);
export const intersection = (a: RealSet, b: RealSet) => combineSets(a, b, (x, y) => x && y);
export const without = (a: RealSet, b: RealSet) => combineSets(a, b, (x, y) => x && !y);

export const isEmpty = (set: RealSet): boolean => !set.at.includes(true) && !set.between.includes(true);

/** The integers of a bounded set; null of others, and of those that hold very many. */
export function integersIn(set: RealSet): RealSet | null {
  const [first, last] = [set.breaks[0], set.breaks.at(-1)];
  if (set.between[0] || set.between.at(-1)) return null;
  if (!first || !last) return emptySet;
  if (!isExact(first) || !isExact(last)) return null;
  const from = first.numerator / first.denominator - 1n;
  const count = Number(last.numerator / last.denominator + 1n - from) + 1;
  if (count > limits.members) return null;
  return Array.from({ length: count }, (_, index) => pointSet(rational(from + BigInt(index))))
    .map((point) => intersection(point, set))
    .reduce((all, point) => all && point && union(all, point), emptySet as RealSet | null);
}

/** null where it cannot be told. */
export function areSameSets(a: RealSet, b: RealSet): boolean | null {
  const difference = combineSets(a, b, (x, y) => x !== y);
  return difference && isEmpty(difference);
}

/** The sign of a − b. Two numbers that agree in all known bits are taken as one. */
export function orderOf(a: Value, b: Value): -1 | 0 | 1 | null {
  const gap = addValues(a, negateValue(b), 320n);
  if (!gap) return null;
  const sign = signOfValue(gap);
  if (sign !== null) return sign;
  return "real" in gap && gap.imaginary === 0n && gap.realError < 2 ** 200 ? 0 : null;
}
