import { includesAmount, sameAmount } from "./amounts.ts";
import type { Calculation, Part } from "./calculation.ts";
import { ancestorsOf, earlierThan, expandedParts, resultsIn, sourceOf, valuesBehind } from "./derivation.ts";
import { isContained, valuesOf } from "./parts.ts";
import { regroupings } from "./regrouping.ts";

/** What a calculation of an attempt has in common with the reference: it is on a correct way to the answer. */
export interface Waypoint {
  /** `stated`: a result of the reference. `part`: some parts of one. `regrouped`: a factor taken out, or a sum multiplied out. */
  readonly how: "stated" | "part" | "regrouped";
  /** The reference's calculation; null for a value that the reference states without one. */
  readonly calculation: Calculation | null;
}

/** A reference solution as far as attempts are compared with it. */
export interface ReferenceValues {
  readonly calculations: readonly Calculation[];
  /** Values that the reference gives without a calculation that could be read, the answer among them. */
  readonly bareValues: readonly number[];
}

/** The waypoint that a calculation of an attempt reaches; null where it is on no correct way that can be seen. */
export function waypointOf(
  calculation: Calculation,
  attempt: readonly Calculation[],
  reference: ReferenceValues,
): Waypoint | null {
  const { calculations, bareValues } = reference;
  const ancestors = [...ancestorsOf(calculation, attempt)];
  const stated = calculations.find(
    (candidate) =>
      statesSame(calculation, candidate, attempt, calculations) &&
      // What it had before is no progress: 50 / 5 * 5.
      !ancestors.some((ancestor) => resultsIn(candidate, ancestor.result)),
  );
  if (stated) return { how: "stated", calculation: stated };
  if (includesAmount(bareValues, calculation.result)) return { how: "stated", calculation: null };
  const whole = calculations.find((candidate) => isPartOf(calculation, candidate, attempt, calculations));
  if (whole) return { how: "part", calculation: whole };
  const regrouped = calculations.find((candidate) =>
    isRegrouping(calculation, candidate, attempt, calculations),
  );
  return regrouped ? { how: "regrouped", calculation: regrouped } : null;
}

/** Equal results count when the calculation rests on the same numbers; else they are equal by chance. */
function statesSame(
  calculation: Calculation,
  candidate: Calculation,
  attempt: readonly Calculation[],
  reference: readonly Calculation[],
): boolean {
  if (!resultsIn(candidate, calculation.result) || isTrivial(candidate)) return false;
  if (calculation.kind !== candidate.kind && calculation.parts.length > 2) return false;
  const behind = [...valuesBehind(calculation, attempt), ...ancestorResults(calculation, attempt)];
  return givenBehind(candidate, reference).every((given) =>
    behind.some((value) => isSameGiven(given, value)),
  );
}

/** 8 * 1 brings nothing that the question does not give. */
function isTrivial({ parts, result }: Calculation): boolean {
  return parts.some(({ value }) => sameAmount(value, result));
}

function ancestorResults(calculation: Calculation, attempt: readonly Calculation[]): number[] {
  return [...ancestorsOf(calculation, attempt)].map(({ result }) => result);
}

/** The numbers that a calculation takes from outside the solution, apart from one and a hundred. */
function givenBehind(calculation: Calculation, all: readonly Calculation[]): number[] {
  return [calculation, ...ancestorsOf(calculation, all)].flatMap((behind) => {
    const earlier = earlierThan(behind, all);
    return valuesOf(behind.parts).filter(
      (value) => value !== 1 && value !== 100 && sourceOf(value, earlier) === undefined,
    );
  });
}

/** 20%, 0.2, 20, 80%, 120% and a divisor of 5 can all stand for the same number of the question. */
function isSameGiven(given: number, used: number): boolean {
  return (
    sameAmount(given, used) ||
    sameAmount(given * used, 1) ||
    (Math.min(given, used) < 1 && (sameAmount(given, used * 100) || sameAmount(given * 100, used))) ||
    sameAmount(given + used, 1) ||
    sameAmount(given + used, 100) ||
    (given < 1 && sameAmount(1 + given, used))
  );
}

/**
 * Whether all numbers of a calculation are among those of the candidate, used in the same direction. What is
 * subtracted or divided by can be put together first: 15 + 25 on the way to 60 - 15 - 25.
 */
function isPartOf(
  calculation: Calculation,
  candidate: Calculation,
  attempt: readonly Calculation[],
  reference: readonly Calculation[],
): boolean {
  if (calculation.kind !== candidate.kind) return false;
  const whole = expandedParts(candidate, reference);
  return (
    isContained(calculation.parts, whole) ||
    isContained(expandedParts(calculation, attempt), whole) ||
    (calculation.parts.every(({ inverse }) => !inverse) &&
      isContained(calculation.parts.map(inverted), whole))
  );
}

function inverted(part: Part): Part {
  return { ...part, inverse: !part.inverse };
}

function isRegrouping(
  calculation: Calculation,
  candidate: Calculation,
  attempt: readonly Calculation[],
  reference: readonly Calculation[],
): boolean {
  if (calculation.kind !== candidate.kind) return false;
  const opened = expandedParts(calculation, attempt);
  return regroupings(candidate, reference).some(
    (parts) => isContained(calculation.parts, parts) || isContained(opened, parts),
  );
}
