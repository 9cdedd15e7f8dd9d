import { sameAmount } from "./amounts.ts";
import type { Calculation, Part } from "./calculation.ts";

/** The latest calculation whose result is this value. */
export function sourceOf(value: number, earlier: readonly Calculation[]): Calculation | undefined {
  return earlier.findLast((calculation) => resultsIn(calculation, value));
}

export function resultsIn({ result, value: exact }: Calculation, value: number): boolean {
  return sameAmount(result, value) || sameAmount(exact, value);
}

export function earlierThan(calculation: Calculation, all: readonly Calculation[]): Calculation[] {
  return all.slice(0, all.indexOf(calculation));
}

/** The parts of a calculation with the results of earlier calculations of the same kind opened up. */
export function expandedParts(calculation: Calculation, all: readonly Calculation[]): Part[] {
  const earlier = earlierThan(calculation, all);
  return calculation.parts.flatMap((part) => {
    const source = sourceOf(part.value, earlier);
    if (source?.kind !== calculation.kind) return [part];
    return expandedParts(source, all).map((inner) => ({ ...inner, inverse: inner.inverse !== part.inverse }));
  });
}

/** Earlier calculations whose results this one uses, directly or through others. */
export function ancestorsOf(calculation: Calculation, all: readonly Calculation[]): Set<Calculation> {
  const ancestors = new Set<Calculation>();
  const visit = (current: Calculation) => {
    for (const earlier of earlierThan(current, all)) {
      if (ancestors.has(earlier) || !current.parts.some(({ value }) => resultsIn(earlier, value))) continue;
      ancestors.add(earlier);
      visit(earlier);
    }
  };
  visit(calculation);
  return ancestors;
}

/** Every value that a calculation rests on: its parts and those of its ancestors. */
export function valuesBehind(calculation: Calculation, all: readonly Calculation[]): number[] {
  const calculations = [calculation, ...ancestorsOf(calculation, all)];
  return calculations.flatMap(({ parts }) => parts.map(({ value }) => value));
}
