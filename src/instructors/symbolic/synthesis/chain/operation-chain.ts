import type { Operator } from "../../../../mathematics/expression.ts";
import type { Rational } from "../../../../mathematics/rational.ts";

/** A number that the question states, as the calculation uses it. */
export interface Given {
  readonly value: Rational;
  readonly form: GivenForm;
  /** How the question says it: "20%"; "twice", "half", "3 times"; or any other number. */
  readonly style: "percent" | "factor" | "plain";
}

/**
 * How a stated number enters a calculation. "20%" may enter as 20 (`percent`), 0.2 (`share`), what it leaves (0.8,
 * `complement`) or what it grows to (1.2, `increase`); any other number enters as itself.
 */
export type GivenForm = "number" | "percent" | "share" | "complement" | "increase";

/** What an operation works on: a number of the question, a well-known constant, or an earlier result. */
export type Operand =
  | { readonly kind: "given"; readonly given: number }
  | { readonly kind: "constant"; readonly value: Rational }
  | { readonly kind: "result"; readonly operation: number };

export interface ChainOperation {
  readonly operator: Operator;
  readonly operands: readonly [left: Operand, right: Operand];
  readonly value: Rational;
}

/**
 * The calculations of a reference solution as a directed acyclic graph: operands point to earlier operations, every
 * operation is needed for the last, and the last gives the answer.
 */
export interface OperationChain {
  readonly givens: readonly Given[];
  readonly operations: readonly ChainOperation[];
}
