import { rational } from "../../../../mathematics/rational.ts";
import { addValues, divideValues, type MaybeValue, multiplyValues, negateValue } from "./value.ts";

/** Operations on numbers that may be missing or become too large: the result is then null. */
export interface Arithmetic {
  plus(...terms: readonly MaybeValue[]): MaybeValue;
  minus(a: MaybeValue, b: MaybeValue): MaybeValue;
  times(a: MaybeValue, b: MaybeValue): MaybeValue;
  over(a: MaybeValue, b: MaybeValue): MaybeValue;
}

export function arithmeticWith(bits: bigint): Arithmetic {
  const plus = (...terms: readonly MaybeValue[]) =>
    terms.reduce((sum, term) => sum && term && addValues(sum, term, bits), rational(0) as MaybeValue);
  return {
    plus,
    minus: (a, b) => plus(a, b && negateValue(b)),
    times: (a, b) => a && b && multiplyValues(a, b, bits),
    over: (a, b) => a && b && divideValues(a, b, bits),
  };
}
