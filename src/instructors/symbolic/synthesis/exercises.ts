import type { CalculationGraph } from "./chain/calculation.ts";

/** What keyphrases say, and which calculations a problem must hold to exercise it. */
const operations: readonly [spoken: RegExp, isExercised: (graph: CalculationGraph) => boolean][] = [
  [/percent|fraction/, (graph) => holds(graph, "share")],
  [/convert|conversion|dozen/, (graph) => graph.numbers.some(({ constant }) => constant !== null)],
  [/add(?:ed|ing|ition)|\bsum\b/, (graph) => holds(graph, "sum")],
  [/subtract/, (graph) => holds(graph, "difference")],
  [/multipl|\bproduct\b|\bfactor\b/, (graph) => holds(graph, "product")],
  [/divi[ds]/, (graph) => holds(graph, "quotient")],
];

/**
 * Whether a problem calculates what a keyphrase speaks of, so that telling it anew exercises the mistake: percentages for
 * "took the percentage of the wrong base", a product for "added instead of multiplying". False for phrases that speak of
 * no operation.
 */
export function exercises(graph: CalculationGraph, keyphrase: string): boolean {
  const spoken = keyphrase.toLowerCase();
  return operations.some(([pattern, isExercised]) => pattern.test(spoken) && isExercised(graph));
}

function holds(
  { calculations }: CalculationGraph,
  kind: CalculationGraph["calculations"][number]["kind"],
): boolean {
  return calculations.some((calculation) => calculation.kind === kind);
}
