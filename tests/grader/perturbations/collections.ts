import { sameValue } from "../oracle/same-value.ts";
import { isUnordered, matrix, write } from "../rewritings/collections.ts";
import { isSurelyInterval, type Sequence } from "../shape.ts";
import { type Change, changeOf } from "../variant.ts";
import { another, scalarPerturbations } from "./scalars.ts";

/** Changes of several values. */
export const collectionPerturbations: readonly Change[] = [
  ...scalarPerturbations.map((perturbation) =>
    changeOf("sequence", `one member: ${perturbation.name}`, (shape, random) => {
      const place = random.integer(0, shape.parts.length - 1);
      const other = another(perturbation, shape.parts[place]!, random);
      return other && differing(shape, shape.parts.with(place, other));
    }),
  ),
  changeOf("sequence", "one member less", (shape, random) => {
    if (isSurelyInterval(shape)) return null;
    const left = random.integer(0, shape.parts.length - 1);
    const parts = shape.parts.filter((_, place) => place !== left);
    return parts.length === 0 ? null : differing(shape, parts);
  }),
  changeOf("sequence", "one member more", (shape) =>
    isSurelyInterval(shape) ? null : differing(shape, [...shape.parts, "7919"]),
  ),
  changeOf("sequence", "two members swapped", (shape, random) => {
    if (isUnordered(shape)) return null;
    const [one, other] = random.sample([...shape.parts.keys()], 2) as [number, number];
    return differing(shape, shape.parts.with(one, shape.parts[other]!).with(other, shape.parts[one]!));
  }),
  changeOf("sequence", "lower bound in or out", (shape) => otherBound(shape, "open")),
  changeOf("sequence", "upper bound in or out", (shape) => otherBound(shape, "close")),
  changeOf("union", "one interval less", ({ intervals }, random) => {
    const left = random.integer(0, intervals.length - 1);
    return union(intervals.filter((_, place) => place !== left));
  }),
  changeOf("union", "one bound in or out", ({ intervals }, random) => {
    const place = random.integer(0, intervals.length - 1);
    const interval = intervals[place]!;
    const end = random.pick(["open", "close"] as const);
    const isInfinite = interval.parts[end === "open" ? 0 : 1]!.includes("\\infty");
    return isInfinite
      ? null
      : union(intervals.with(place, { ...interval, [end]: otherBracket[interval[end]]! }), intervals);
  }),
  changeOf("union", "one bound moved", ({ intervals }) => {
    const interval = intervals.at(-1)!;
    const [low = "", high = ""] = interval.parts;
    // Upwards from the last lower bound: the union changes whatever the other intervals are.
    return low.includes("\\infty") || !high.includes("\\infty")
      ? null
      : union(intervals.with(-1, { ...interval, parts: [`${low} + 1`, high] }));
  }),
  ...scalarPerturbations.map((perturbation) =>
    changeOf("matrix", `one entry: ${perturbation.name}`, ({ environment, rows }, random) => {
      const [row, column] = [random.integer(0, rows.length - 1), random.integer(0, rows[0]!.length - 1)];
      const entry = rows[row]![column];
      const other = entry === undefined ? null : another(perturbation, entry, random);
      return other && matrix(environment, rows.with(row, rows[row]!.with(column, other)));
    }),
  ),
  changeOf("matrix", "one row less", ({ environment, rows }) =>
    rows.length > 1 ? matrix(environment, rows.slice(1)) : null,
  ),
  changeOf("matrix", "rows swapped", ({ environment, rows }) => {
    const [first, second] = rows;
    if (!first || !second || sameParts(first, second) !== false) return null;
    return matrix(environment, [second, first, ...rows.slice(2)]);
  }),
];

const otherBracket: Record<string, string> = { "(": "[", "[": "(", ")": "]", "]": ")" };

/** (a, b) may be a point and [a, b] a vector, but not once one bracket differs from the other. */
function otherBound(shape: Sequence, end: "open" | "close"): string | null {
  const part = shape.parts[end === "open" ? 0 : 1]!;
  if (!isSurelyInterval(shape) || part.includes("\\infty")) return null;
  return write({ ...shape, [end]: otherBracket[shape[end]]! }, shape.parts);
}

function union(intervals: readonly Sequence[], before?: readonly Sequence[]): string | null {
  // Where two intervals share a bound, it may be in the other.
  const bounds = (before ?? []).flatMap(({ parts }) => parts);
  if (new Set(bounds).size < bounds.length) return null;
  return intervals.map((interval) => write(interval, interval.parts)).join(" \\cup ");
}

/** The sequence with other parts, unless it is the same one to the oracle. */
function differing(shape: Sequence, parts: readonly string[]): string | null {
  const same = isUnordered(shape) ? sameMembers(shape.parts, parts) : sameParts(shape.parts, parts);
  return same === false ? write(shape, parts) : null;
}

function sameParts(one: readonly string[], other: readonly string[]): boolean | null {
  if (one.length !== other.length) return false;
  const values = one.map((part, place) => samePart(part, other[place]!));
  return values.includes(false) ? false : values.includes(null) ? null : true;
}

function sameMembers(one: readonly string[], other: readonly string[]): boolean | null {
  const pairs = one.map((part) => other.map((candidate) => samePart(part, candidate)));
  const isFound = (values: readonly (boolean | null)[]) => values.includes(true);
  const columns = other.map((_, place) => pairs.map((row) => row[place]!));
  const everyFound = pairs.every(isFound) && columns.every(isFound);
  return everyFound ? true : pairs.flat().includes(null) ? null : false;
}

const samePart = (one: string, other: string): boolean | null =>
  one === other ? true : sameValue(one, other);
