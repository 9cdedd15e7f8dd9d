import { add, divide, multiply, negate, type Rational, subtract } from "./rational.ts";

export type Operator = "+" | "-" | "*" | "/";

/** Where a part stands in the text it was read from: `text.slice(start, end)`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A number as written: "20%" has the value 1/5, "1,000" the value 1000. */
export interface NumberLiteral extends Span {
  readonly kind: "number";
  readonly value: Rational;
  readonly text: string;
}

export interface Negation extends Span {
  readonly kind: "negation";
  readonly operand: Expression;
}

export interface Operation extends Span {
  readonly kind: "operation";
  readonly operator: Operator;
  readonly left: Expression;
  readonly right: Expression;
}

/** Arithmetic over written numbers. Grouping is in the tree; parentheses are not kept. */
export type Expression = NumberLiteral | Negation | Operation;

const operations: Record<Operator, (a: Rational, b: Rational) => Rational> = {
  "+": add,
  "-": subtract,
  "*": multiply,
  "/": divide,
};

/** @throws RangeError on division by zero. */
export function applyOperator(operator: Operator, left: Rational, right: Rational): Rational {
  return operations[operator](left, right);
}

/**
 * The exact value of an expression.
 *
 * @throws RangeError on division by zero.
 */
export function evaluate(expression: Expression): Rational {
  switch (expression.kind) {
    case "number":
      return expression.value;
    case "negation":
      return negate(evaluate(expression.operand));
    case "operation":
      return applyOperator(expression.operator, evaluate(expression.left), evaluate(expression.right));
  }
}

/** The numbers of an expression, from left to right. */
export function operandsOf(expression: Expression): NumberLiteral[] {
  switch (expression.kind) {
    case "number":
      return [expression];
    case "negation":
      return operandsOf(expression.operand);
    case "operation":
      return [...operandsOf(expression.left), ...operandsOf(expression.right)];
  }
}
