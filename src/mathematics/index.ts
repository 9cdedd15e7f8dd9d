export { nearlyEquals, statesValue } from "./agreement.ts";
export {
  applyOperator,
  type Expression,
  evaluate,
  type Negation,
  type NumberLiteral,
  type Operation,
  type Operator,
  operandsOf,
  operatorsOf,
  type Span,
} from "./expression.ts";
export { expressionText } from "./expression-text.ts";
export { parseExpression } from "./parse-expression.ts";
export {
  absolute,
  add,
  compare,
  divide,
  equals,
  isInteger,
  multiply,
  negate,
  one,
  type Rational,
  rational,
  subtract,
  toNumber,
  zero,
} from "./rational.ts";
export { parseRational, toText } from "./rational-text.ts";
export { readWorkedSolution, type Step, type WorkedSolution } from "./worked-solution.ts";
