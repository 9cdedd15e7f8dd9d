import type { Expression, Operator } from "./expression.ts";

const precedence: Record<Operator, number> = { "+": 1, "-": 1, "*": 2, "/": 2 };
const negationPrecedence = 3;
const numberPrecedence = 4;

/**
 * The expression as text with the fewest parentheses; parsing it gives the same tree.
 *
 * @example expressionText(parseExpression("( 3+4 ) x $2")!) // "(3 + 4) * 2"
 */
export function expressionText(expression: Expression): string {
  switch (expression.kind) {
    case "number":
      return expression.text;
    case "negation":
      return `-${bracketed(expression.operand, numberPrecedence)}`;
    case "operation": {
      const own = precedence[expression.operator];
      return `${bracketed(expression.left, own)} ${expression.operator} ${bracketed(expression.right, own + 1)}`;
    }
  }
}

function bracketed(expression: Expression, least: number): string {
  const text = expressionText(expression);
  return precedenceOf(expression) < least ? `(${text})` : text;
}

function precedenceOf(expression: Expression): number {
  switch (expression.kind) {
    case "number":
      return numberPrecedence;
    case "negation":
      return negationPrecedence;
    case "operation":
      return precedence[expression.operator];
  }
}
