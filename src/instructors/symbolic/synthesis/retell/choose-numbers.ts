import type { Random } from "../../../../foundation/random.ts";
import { type Calculation, type CalculationGraph, type Term, termKey } from "../chain/calculation.ts";
import type { StoryState } from "./story.ts";
import type { Value } from "./value.ts";

const attempts = 30;

/** Results in dollars may end in 50 cents; finer amounts make awkward stories. */
const coinsInDollar = 2;

/**
 * Numbers for a planned story: each stated number one of its choices, each result within its bounds, divisions even,
 * money exact to the cent. Null where none were found.
 */
export function chooseNumbers(
  graph: CalculationGraph,
  state: StoryState,
  random: Random,
): ReadonlyMap<string, Value> | null {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const values = tryNumbers(graph, state, random);
    if (
      values &&
      areDistinct(values) &&
      state.conditions.every((holds) => holds((term) => numberIn(values, term)))
    )
      return values;
  }
  return null;
}

/** Equal numbers make a story confusing and its calculations trivial; small ones may meet. */
function areDistinct(values: ReadonlyMap<string, Value>): boolean {
  const large = [...values]
    .filter(([key, value]) => key.startsWith("number") && typeof value === "number" && value > 5)
    .map(([, value]) => value);
  return new Set(large).size === large.length;
}

function tryNumbers(graph: CalculationGraph, state: StoryState, random: Random): Map<string, Value> | null {
  const values = new Map<string, Value>();
  for (const [index, calculation] of graph.calculations.entries()) {
    const open = calculation.operands.filter(
      (term, position, all) =>
        !values.has(termKey(term)) && all.findIndex((other) => termKey(other) === termKey(term)) === position,
    );
    const last = open.pop();
    for (const term of open) values.set(termKey(term), random.pick(choicesOf(term, state)));
    if (!last) {
      const result = resultWithin(calculation, index, values, state);
      if (result === null) return null;
      values.set(`result ${index}`, result);
      continue;
    }
    const fitting = choicesOf(last, state).filter((choice) => {
      values.set(termKey(last), choice);
      return resultWithin(calculation, index, values, state) !== null;
    });
    if (fitting.length === 0) return null;
    values.set(termKey(last), random.pick(fitting));
    values.set(`result ${index}`, resultWithin(calculation, index, values, state)!);
  }
  return values;
}

function choicesOf(term: Term, state: StoryState) {
  const choices = term.kind === "number" ? state.choices.get(term.number) : undefined;
  if (!choices) throw new Error("A number of the chain has no place in the story.");
  return choices;
}

/** The result of a calculation; null where it breaks its bounds. */
function resultWithin(
  calculation: Calculation,
  index: number,
  values: ReadonlyMap<string, Value>,
  state: StoryState,
): Value | null {
  const operands = calculation.operands.map((term) => values.get(termKey(term))!);
  const result = evaluate(calculation, operands);
  if (typeof result !== "number") return result;
  const { least, most, cents } = state.bounds.get(index)!;
  const places = cents ? coinsInDollar : 1;
  const rounded = Math.round(result * places) / places;
  const exact = Math.abs(result - rounded) < 1e-9;
  return exact && rounded >= least && rounded <= most ? rounded : null;
}

function evaluate(calculation: Calculation, operands: readonly Value[]): Value {
  const [first, second] = operands;
  if (calculation.kind === "complement" || calculation.kind === "share") {
    if (typeof first !== "object") throw new TypeError("A share is a plain number.");
    if (calculation.kind === "complement")
      return { ...first, numerator: first.denominator - first.numerator };
    return ((second as number) * first.numerator) / first.denominator;
  }
  const [a, b] = [first as number, second as number];
  switch (calculation.kind) {
    case "sum":
      return (operands as readonly number[]).reduce((x, y) => x + y, 0);
    case "difference":
      return a - b;
    case "product":
      return a * b;
    case "quotient":
      return a / b;
  }
}

function numberIn(values: ReadonlyMap<string, Value>, term: Term): number {
  return values.get(termKey(term)) as number;
}
