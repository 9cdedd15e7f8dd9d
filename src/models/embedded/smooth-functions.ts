import {
  add,
  asConstant,
  isDifferentiating,
  lessThan,
  maximum,
  multiply,
  select,
  subtract,
  type Tensor,
} from "./tensor.ts";

/*
 * jax-js computes exponentials and reciprocals one element at a time. These take only operations that it computes four
 * at a time, and are about five times as fast.
 */

/** Where the exponential is cut to 0: such a share of a softmax is below the precision of its sum. */
const smallestExponent = -24;
const squarings = 5;

/** e^z for z from smallestExponent ÷ 2^squarings to 0, highest power first: least squares of the relative error. */
const coefficients = [
  9.497848135759405e-4, 7.897733333859493e-3, 4.144344300017089e-2, 0.1666066077966095, 0.4999921593018444,
  0.9999996079438861, 0.9999999967040789,
];

/**
 * e^x for x ≤ 0, with a relative error below 10⁻⁵. Exactly 0 below −24, also for the −10³⁰ of a place that must not be
 * looked at.
 */
export function exponentialOfNonPositive(x: Tensor): Tensor {
  const z = multiply(maximum(x, smallestExponent), 2 ** -squarings);
  let power = coefficients
    .slice(1)
    .reduce<Tensor | number>(
      (sum, coefficient) => add(multiply(sum, z), coefficient),
      coefficients[0] as number,
    );
  for (let i = 0; i < squarings; i++) power = multiply(power, power);
  const value = asConstant(select(lessThan(x, smallestExponent), 0, power));
  return withDerivative(value, () => value, x);
}

/** 1 ÷ (1 + e^−x), with a relative error below 10⁻⁵. */
export function sigmoid(x: Tensor): Tensor {
  const decay = asConstant(exponentialOfNonPositive(subtract(0, maximum(x, subtract(0, x)))));
  const ofMagnitude = reciprocalBetween1And2(add(decay, 1));
  const value = asConstant(select(lessThan(x, 0), multiply(decay, ofMagnitude), ofMagnitude));
  return withDerivative(value, () => multiply(value, subtract(1, value)), x);
}

/** Newton's iteration. The first guess is off by at most a 17th, which three steps square to 10⁻¹⁰. */
function reciprocalBetween1And2(y: Tensor): Tensor {
  let guess = subtract(24 / 17, multiply(y, 8 / 17));
  for (let i = 0; i < 3; i++) guess = multiply(guess, subtract(2, multiply(y, guess)));
  return guess;
}

/** `value` with the given derivative: what is added is exactly 0. */
const withDerivative = (value: Tensor, derivative: () => Tensor, x: Tensor): Tensor =>
  isDifferentiating() ? add(value, multiply(derivative(), subtract(x, asConstant(x)))) : value;
