import { type Complex, isClose, real } from "./complex.ts";
import { evaluate } from "./evaluate.ts";

const samples = 4;

/** Whether two scalar expressions have the same value for all values of their variables; null where one is none. */
export function sameValue(one: string, other: string): boolean | null {
  for (let sample = 0; sample < samples; sample++) {
    const a = evaluate(one, assignmentOf(sample));
    const b = evaluate(other, assignmentOf(sample));
    if (!a || !b || !isFiniteValue(a) || !isFiniteValue(b)) return null;
    if (!isClose(a, b)) return false;
  }
  return true;
}

/** Whether a text is a scalar expression with a finite value. */
export function isScalar(text: string): boolean {
  return sameValue(text, text) === true;
}

/** Whether a text holds a letter that stands for a variable. */
export function hasVariables(text: string): boolean {
  let seen = false;
  evaluate(text, (name) => {
    seen = true;
    return assignmentOf(0)(name);
  });
  return seen;
}

const isFiniteValue = ({ re, im }: Complex): boolean => Number.isFinite(re) && Number.isFinite(im);

/** Positive values between 0.5 and 2.5 that are related to each other by nothing simple. */
function assignmentOf(sample: number) {
  return (name: string): Complex => {
    let hash = 17 + sample * 7919;
    for (const letter of name) hash = (hash * 31 + letter.codePointAt(0)!) % 1_000_003;
    return real(0.5 + 2 * ((hash * 0.618033988749895) % 1));
  };
}
