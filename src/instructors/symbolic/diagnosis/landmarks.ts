import type { Calculation, Part } from "./calculation.ts";
import { ancestorsOf, earlierThan, expandedParts, sourceOf } from "./derivation.ts";
import { valuesOf } from "./parts.ts";
import { regroupings } from "./regrouping.ts";

/** A calculation of the reference, with all that attempts are compared with it by. */
export interface Landmark {
  readonly calculation: Calculation;
  /** Its parts, with results of the same kind opened up. */
  readonly opened: readonly Part[];
  /** The numbers that it rests on and the solution does not compute, apart from one and a hundred. */
  readonly given: readonly number[];
  /** Sums or products met on the way to it by the distributive law. */
  readonly regroupings: readonly (readonly Part[])[];
}

export function landmarksOf(reference: readonly Calculation[]): Landmark[] {
  return reference.map((calculation) => ({
    calculation,
    opened: expandedParts(calculation, reference),
    given: givenBehind(calculation, reference),
    regroupings: regroupings(calculation, reference),
  }));
}

function givenBehind(calculation: Calculation, all: readonly Calculation[]): number[] {
  return [calculation, ...ancestorsOf(calculation, all)].flatMap((behind) => {
    const earlier = earlierThan(behind, all);
    return valuesOf(behind.parts).filter(
      (value) => value !== 1 && value !== 100 && sourceOf(value, earlier) === undefined,
    );
  });
}
