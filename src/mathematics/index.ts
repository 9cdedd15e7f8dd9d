export { type Expression, evaluate } from "./expression.ts";
export { add, isInteger, one, toNumber } from "./rational.ts";
export { parseRational, toText } from "./rational-text.ts";
export { splitSteps, stepAt, type TextStep } from "./text-steps.ts";
export { readWorkedSolution, type Step, type WorkedSolution } from "./worked-solution.ts";
