import { type Expression, evaluate, type Step, toNumber } from "../../../mathematics/index.ts";

/** One number that a calculation takes in. `inverse`: it is subtracted (in a sum) or divided by (in a product). */
export interface Part {
  readonly value: number;
  readonly inverse: boolean;
  /** The part is a percentage: written with %, divided by 100 or multiplied by .01. */
  readonly percentage: boolean;
}

/**
 * A sum (of added and subtracted parts) or a product (of factors and divisors): the unit in which attempts and
 * references are compared. How the text groups it within one kind plays no part: 12 - (3 + 4) is 12 - 3 - 4.
 */
export interface Calculation {
  readonly kind: "sum" | "product";
  readonly parts: readonly Part[];
  /** The exact result, as the nearest double. */
  readonly value: number;
  /** What the text goes on with: the stated result where this is a whole step, else `value`. */
  readonly result: number;
  /** Index of the step it belongs to. */
  readonly step: number;
  readonly wholeStep: boolean;
}

/** The calculations of a solution in the order in which they are carried out: what a step nests comes before it. */
export function calculationsOf(steps: readonly Step[]): Calculation[] {
  return steps.flatMap((step, index) => calculationsOfStep(step, index));
}

function calculationsOfStep(step: Step, index: number): Calculation[] {
  const found: Calculation[] = [];
  collect(step.expression, index, found);
  const whole = found.pop();
  return whole ? [...found, { ...whole, wholeStep: true, result: toNumber(step.stated) }] : [];
}

/** Adds the calculations under an expression, the innermost first and the expression itself last. */
function collect(expression: Expression, step: number, found: Calculation[]): void {
  if (expression.kind === "number") return;
  if (expression.kind === "negation") {
    collect(expression.operand, step, found);
    return;
  }
  const kind = expression.operator === "+" || expression.operator === "-" ? "sum" : "product";
  const leaves = leavesOf(expression, kind, false);
  for (const leaf of leaves) collect(leaf.expression, step, found);
  const parts = leaves.map(({ expression: part, inverse }) => partOf(part, inverse));
  const value = toNumber(evaluate(expression));
  const canonical = kind === "product" ? canonicalFactors(parts) : parts;
  found.push({ kind, parts: canonical, value, result: value, step, wholeStep: false });
}

interface Leaf {
  expression: Expression;
  inverse: boolean;
}

/** The terms of nested sums, or the factors of nested products. */
function leavesOf(expression: Expression, kind: Calculation["kind"], inverse: boolean): Leaf[] {
  if (expression.kind === "negation" && kind === "sum") return leavesOf(expression.operand, kind, !inverse);
  if (expression.kind !== "operation") return [{ expression, inverse }];
  const [direct, inverting] = kind === "sum" ? ["+", "-"] : ["*", "/"];
  if (expression.operator !== direct && expression.operator !== inverting) return [{ expression, inverse }];
  const right = expression.operator === inverting ? !inverse : inverse;
  return [...leavesOf(expression.left, kind, inverse), ...leavesOf(expression.right, kind, right)];
}

function partOf(expression: Expression, inverse: boolean): Part {
  const percentage = expression.kind === "number" && expression.text.endsWith("%");
  return { value: toNumber(evaluate(expression)), inverse, percentage };
}

/** Joins "20 / 100" and "20 * .01" into one percentage, and leaves out factors of one. */
function canonicalFactors(factors: readonly Part[]): Part[] {
  const joined: Part[] = [];
  for (const factor of factors) {
    const hundredth = factor.inverse ? factor.value === 100 : factor.value === 0.01;
    const last = joined.at(-1);
    if (hundredth && last && !last.inverse && !last.percentage && factors.length > 2) {
      joined[joined.length - 1] = { value: last.value / 100, inverse: false, percentage: true };
    } else {
      joined.push(factor);
    }
  }
  const without = joined.filter(({ value }) => value !== 1);
  return without.length >= 2 ? without : joined;
}
