import {
  type Calculation,
  type CalculationGraph,
  type StoryNumber,
  type Term,
  termKey,
} from "./calculation.ts";

/**
 * The graph with a number of its own for every use of a number that the source used repeatedly. What matters, the
 * calculations and their order, stays; only that two of the numbers happened to be one is lost.
 *
 * A number that is taken together with something computed from it (`a + 20% of a`) stays one: apart, the calculation
 * would mean something else.
 */
export function splitSharedNumbers(graph: CalculationGraph): CalculationGraph {
  const numbers: StoryNumber[] = [...graph.numbers];
  const seen = new Set<number>();
  const calculations = graph.calculations.map((calculation): Calculation => {
    const operands = calculation.operands.map((term): Term => {
      if (term.kind === "result" || isMetAgain(graph, term)) return term;
      if (!seen.has(term.number)) {
        seen.add(term.number);
        return term;
      }
      return { kind: "number", number: numbers.push(graph.numbers[term.number]!) - 1 };
    });
    return { ...calculation, operands } as Calculation;
  });
  return { numbers, calculations };
}

function isMetAgain(graph: CalculationGraph, term: Term): boolean {
  return graph.calculations.some(
    ({ kind, operands }) =>
      (kind === "sum" || kind === "difference") &&
      operands.some((operand) => termKey(operand) === termKey(term)) &&
      operands.some((operand) => isMadeOf(graph, operand, term)),
  );
}

function isMadeOf(graph: CalculationGraph, term: Term, base: Term): boolean {
  if (term.kind === "number") return false;
  return graph.calculations[term.calculation]!.operands.some((operand) => termKey(operand) === termKey(base));
}

/** Whether a result was computed from a term. */
export function restsOn(graph: CalculationGraph, term: Term, base: Term): boolean {
  if (term.kind === "number") return false;
  return graph.calculations[term.calculation]!.operands.some(
    (operand) => termKey(operand) === termKey(base) || restsOn(graph, operand, base),
  );
}
