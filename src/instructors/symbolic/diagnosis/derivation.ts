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

/** Garbled attempts double without end: 1 + 1 = 2, 2 + 2 = 4. No more parts than this are opened up. */
const mostParts = 16;

/** The parts of a calculation with the results of earlier calculations of the same kind opened up. */
export function expandedParts(calculation: Calculation, all: readonly Calculation[]): Part[] {
  const opened: Part[] = [];
  const open = [...calculation.parts].reverse().map((part) => ({ part, user: calculation }));
  for (let next = open.pop(); next; next = open.pop()) {
    const { part, user } = next;
    const source = sourceOf(part.value, earlierThan(user, all));
    if (source?.kind !== calculation.kind || opened.length + open.length + source.parts.length > mostParts) {
      opened.push(part);
      continue;
    }
    const inner = source.parts.map((inside) => ({ ...inside, inverse: inside.inverse !== part.inverse }));
    open.push(...inner.reverse().map((inside) => ({ part: inside, user: source })));
  }
  return opened;
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
