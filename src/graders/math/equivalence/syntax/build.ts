import { type Rational, rational } from "../../../../mathematics/rational.ts";
import type { ConstantName, Expression, FunctionName, Node } from "./node.ts";

export const number = (value: Rational | bigint | number): Expression => ({
  kind: "number",
  value: typeof value === "object" ? value : rational(value),
  decimal: null,
});

export const constant = (name: ConstantName): Expression => ({ kind: "constant", name });

export const call = (name: FunctionName, ...operands: readonly Node[]): Expression => ({
  kind: "function",
  name,
  operands,
});

export const power = (base: Node, exponent: Node): Expression => ({ kind: "power", base, exponent });

export const quotient = (numerator: Node, denominator: Node): Expression => ({
  kind: "quotient",
  numerator,
  denominator,
});

export const negation = (operand: Node): Expression => ({ kind: "negation", operand });

export const sum = (...operands: readonly Node[]): Node =>
  operands.length === 1 ? operands[0]! : { kind: "sum", operands };

export const product = (...operands: readonly Node[]): Node =>
  operands.length === 1 ? operands[0]! : { kind: "product", operands };

export const difference = (a: Node, b: Node): Node => sum(a, negation(b));
