/**
 * A calculation of a story: what is done, apart from how a solution happened to write it down. `20 / 100 * 50`,
 * `0.2 * 50` and `50 * 20%` are all the same share of a whole.
 */
export type Calculation =
  | { readonly kind: "sum"; readonly operands: readonly Term[] }
  | { readonly kind: "difference"; readonly operands: readonly [minuend: Term, subtrahend: Term] }
  | { readonly kind: "product"; readonly operands: readonly [Term, Term] }
  | { readonly kind: "quotient"; readonly operands: readonly [dividend: Term, divisor: Term] }
  | { readonly kind: "share"; readonly operands: readonly [share: Term, whole: Term] }
  | { readonly kind: "complement"; readonly operands: readonly [share: Term] };

/** A number of the story, or the result of an earlier calculation. */
export type Term =
  | { readonly kind: "number"; readonly number: number }
  | { readonly kind: "result"; readonly calculation: number };

/** A number that the story states, or a constant that its reader knows. Its value is chosen anew for every story. */
export interface StoryNumber {
  /** A factor scales ("twice as many"); it may be told as a count as well. */
  readonly form: "count" | "factor" | "percent" | "fraction";
  /** 60 where the source multiplied or divided by a well-known 60. */
  readonly constant: number | null;
}

/** A chain of operations in the form that stories are told from. The last calculation gives the answer. */
export interface CalculationGraph {
  readonly numbers: readonly StoryNumber[];
  readonly calculations: readonly Calculation[];
}

/** How many calculations work with a term. */
export function usesOf(graph: CalculationGraph, term: Term): number {
  return graph.calculations.flatMap(({ operands }) => operands).filter((operand) => sameTerm(operand, term))
    .length;
}

export function sameTerm(a: Term, b: Term): boolean {
  return termKey(a) === termKey(b);
}

export function termKey(term: Term): string {
  return term.kind === "number" ? `number ${term.number}` : `result ${term.calculation}`;
}
