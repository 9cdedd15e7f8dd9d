import { includesAmount, sameAmount } from "./amounts.ts";
import type { Calculation, Part } from "./calculation.ts";
import { ancestorsOf, earlierThan, expandedParts, resultsIn } from "./derivation.ts";
import type { Landmark } from "./landmarks.ts";
import { isContained, valuesOf } from "./parts.ts";
import type { Situation } from "./situation.ts";

/** What a calculation of an attempt has in common with the reference: it is on a correct way to the answer. */
export interface Waypoint {
  /** `stated`: a result of the reference. `part`: some parts of one. `regrouped`: a step of regrouping one. */
  readonly how: "stated" | "part" | "regrouped";
  /** The reference's calculation; null for a value that the reference states without one. */
  readonly calculation: Calculation | null;
}

/** A calculation of an attempt, with what it rests on. */
interface Traveller {
  readonly calculation: Calculation;
  readonly opened: readonly Part[];
  /** Its numbers, and those and the results of all calculations before it that it uses. */
  readonly behind: readonly number[];
  /** Results that it uses. */
  readonly results: readonly number[];
}

/**
 * The waypoint that a calculation of an attempt reaches; null where it is on no correct way that can be seen. A result
 * of the reference that is in `taken` was reached before, and is reached anew only if no other has the same value.
 */
export function waypointOf(
  calculation: Calculation,
  attempt: readonly Calculation[],
  { landmarks, bareValues }: Pick<Situation, "landmarks" | "bareValues">,
  taken: ReadonlySet<Calculation> = new Set(),
): Waypoint | null {
  const traveller = travellerOf(calculation, attempt);
  const same = landmarks.filter((landmark) => statesSame(traveller, landmark));
  const stated = same.find((landmark) => !taken.has(landmark.calculation)) ?? same[0];
  if (stated) {
    const isRepeated = taken.has(stated.calculation) && isCountedAgain(calculation, attempt);
    return isRepeated ? null : { how: "stated", calculation: stated.calculation };
  }
  if (includesAmount(bareValues, calculation.result)) return { how: "stated", calculation: null };
  if (!isCarriedOut(calculation) || contradicts(calculation, landmarks)) return null;
  const whole = landmarks.find((landmark) => isPartOf(traveller, landmark));
  if (whole) return { how: "part", calculation: whole.calculation };
  const regrouped = landmarks.find((landmark) => isRegrouping(traveller, landmark));
  return regrouped ? { how: "regrouped", calculation: regrouped.calculation } : null;
}

/** Whether the reference puts the same numbers together in another way: 4 * 2 against its 4 / 2. */
export function contradicts({ kind, parts, value }: Calculation, landmarks: readonly Landmark[]): boolean {
  const values = valuesOf(parts);
  const same = landmarks.filter(({ calculation }) => {
    const others = valuesOf(calculation.parts);
    return (
      calculation.kind === kind &&
      others.length === values.length &&
      others.every((other) => includesAmount(values, other)) &&
      values.every((number) => includesAmount(others, number))
    );
  });
  return same.length > 0 && !same.some(({ calculation }) => sameAmount(calculation.value, value));
}

/** Whether the stated result is what the calculation comes to. */
export function isCarriedOut({ value, result }: Calculation): boolean {
  return sameAmount(value, result);
}

function travellerOf(calculation: Calculation, attempt: readonly Calculation[]): Traveller {
  const ancestors = [...ancestorsOf(calculation, attempt)];
  const results = ancestors.map(({ result }) => result);
  const numbers = [calculation, ...ancestors].flatMap(({ parts }) => valuesOf(parts));
  return {
    calculation,
    opened: expandedParts(calculation, attempt),
    behind: [...numbers, ...results],
    results,
  };
}

/** Equal results count when the calculation rests on the same numbers; else they are equal by chance. */
function statesSame(
  { calculation, behind, results }: Traveller,
  { calculation: landmark, opened, given }: Landmark,
): boolean {
  if (!resultsIn(landmark, calculation.result) || isTrivial(landmark)) return false;
  // What it had before is no progress: 50 / 5 * 5.
  if (results.some((result) => resultsIn(landmark, result))) return false;
  // A long sum that comes to the value of a product, or of a shorter sum, does so by chance.
  const most = calculation.kind === landmark.kind ? Math.max(2, opened.length) : 2;
  if (calculation.parts.length > most) return false;
  return given.every((needed) => behind.some((value) => canStandFor(value, needed)));
}

/** 8 * 1 brings nothing that the question does not give. */
function isTrivial({ kind, parts }: Calculation): boolean {
  return kind === "product" && parts.some(({ value }) => value === 1);
}

/** 20%, 0.2, 20, 80%, 120% and a divisor of 5 can all stand for the same number of the question. */
function canStandFor(used: number, given: number): boolean {
  return (
    sameAmount(given, used) ||
    sameAmount(given * used, 1) ||
    sameAmount(given + used, 1) ||
    sameAmount(given + used, 100) ||
    (Math.min(given, used) < 1 && (sameAmount(given, used * 100) || sameAmount(given * 100, used))) ||
    (given < 1 && sameAmount(1 + given, used))
  );
}

/** Whether the attempt puts the same numbers together as before and goes on with both results: 18 + 18. */
function isCountedAgain(calculation: Calculation, attempt: readonly Calculation[]): boolean {
  const isRepeated = earlierThan(calculation, attempt).some(
    ({ kind, parts }) =>
      kind === calculation.kind &&
      parts.length === calculation.parts.length &&
      isContained(calculation.parts, parts),
  );
  const takesBoth = ({ parts }: Calculation) =>
    parts.filter(({ value }) => resultsIn(calculation, value)).length > 1;
  return isRepeated && attempt.some(takesBoth);
}

/**
 * Whether all numbers of a calculation are among those of the reference's, used in the same direction. What is
 * subtracted or divided by can be put together first: 15 + 25 on the way to 60 - 15 - 25.
 */
function isPartOf({ calculation, opened }: Traveller, landmark: Landmark): boolean {
  if (calculation.kind !== landmark.calculation.kind) return false;
  if (isContained(calculation.parts, landmark.opened) || isContained(opened, landmark.opened)) return true;
  const isPlain = calculation.parts.every(({ inverse }) => !inverse);
  return isPlain && isContained(calculation.parts.map(inverted), landmark.opened);
}

function inverted(part: Part): Part {
  return { ...part, inverse: !part.inverse };
}

function isRegrouping({ calculation, opened }: Traveller, landmark: Landmark): boolean {
  if (calculation.kind !== landmark.calculation.kind) return false;
  return landmark.regroupings.some(
    (parts) => isContained(calculation.parts, parts) || isContained(opened, parts),
  );
}
