import { type Calculation, type Term, termKey } from "../chain/calculation.ts";
import type { Share, Value } from "./value.ts";
import type { Unit } from "./vocabulary.ts";
import { nounFor, nounOf } from "./words.ts";

/**
 * A calculation with its result and calculator marks, as GSM8K writes them.
 *
 * @example "6 * 12 = <<6*12=72>>72 apples"
 */
export function calculationText(
  calculation: Calculation,
  result: Value,
  values: ReadonlyMap<string, Value>,
  unit: Unit,
  variety: string | null,
): string {
  const expression = expressionText(calculation, values);
  const value = typeof result === "number" ? plain(result) : plain(result.numerator);
  const marked = `<<${expression}=${value}>>${value}`;
  const spaced = expression.replaceAll(/[-+*/]/g, " $& ");
  if (typeof result !== "number") return `${spaced} = ${marked}%`;
  if (unit.kind === "money") return `${spaced} = $${marked}`;
  return `${spaced} = ${marked} ${nounFor(result, nounOf(unit, variety))}`;
}

function expressionText(calculation: Calculation, values: ReadonlyMap<string, Value>): string {
  const operand = (term: Term) => values.get(termKey(term))!;
  const amount = (term: Term) => plain(operand(term) as number);
  switch (calculation.kind) {
    case "complement":
      return `100-${plain((operand(calculation.operands[0]) as Share).numerator)}`;
    case "share": {
      const { numerator, denominator } = operand(calculation.operands[0]) as Share;
      const whole = amount(calculation.operands[1]);
      return numerator === 1 ? `${whole}/${denominator}` : `${whole}*${numerator}/${denominator}`;
    }
    default: {
      const sign = { sum: "+", difference: "-", product: "*", quotient: "/" }[calculation.kind];
      return calculation.operands.map(amount).join(sign);
    }
  }
}

/** Digits alone: calculator marks have no thousands commas. */
export function plain(value: number): string {
  return String(value);
}
