/**
 * Elementary functions of real numbers in fixed point: the bigint x at precision p stands for x / 2^p. Results are
 * right to within a few units in the last place of the precision asked; arguments are taken as exact.
 */

const guard = 32n;

export const shiftRight = (value: bigint, bits: bigint): bigint =>
  bits >= 0n ? value >> bits : value << -bits;

/** The greatest integer whose square is at most `value`. */
export function integerSquareRoot(value: bigint): bigint {
  if (value < 2n) return value;
  let estimate = 1n << BigInt((bitLength(value) + 1) >> 1);
  for (;;) {
    const better = (estimate + value / estimate) >> 1n;
    if (better >= estimate) return estimate;
    estimate = better;
  }
}

export function bitLength(value: bigint): number {
  const magnitude = value < 0n ? -value : value;
  return magnitude === 0n
    ? 0
    : magnitude.toString(16).length * 4 - (Math.clz32(Number.parseInt(magnitude.toString(16)[0]!, 16)) - 28);
}

/** Extra bits, rounded up so that few precisions occur and their constants are computed once. */
const inSteps = (bits: bigint): bigint => ((bits + 255n) >> 8n) << 8n;

const constants = new Map<string, bigint>();

function remembered(name: string, precision: bigint, compute: () => bigint): bigint {
  const key = `${name}${precision}`;
  const known = constants.get(key);
  if (known !== undefined) return known;
  const value = compute();
  constants.set(key, value);
  return value;
}

/** π by Machin's formula. */
export const pi = (precision: bigint): bigint =>
  remembered("pi", precision, () => {
    const working = precision + guard;
    return (16n * arctangentOfInverse(5n, working) - 4n * arctangentOfInverse(239n, working)) >> guard;
  });

/** ln 2 = 18 artanh(1/26) − 2 artanh(1/4801) + 8 artanh(1/8749). */
export const ln2 = (precision: bigint): bigint =>
  remembered("ln2", precision, () => {
    const working = precision + guard;
    const sum =
      18n * arctangentOfInverse(26n, working, 1n) -
      2n * arctangentOfInverse(4801n, working, 1n) +
      8n * arctangentOfInverse(8749n, working, 1n);
    return sum >> guard;
  });

/** arctan(1/n), or artanh(1/n) with the sign 1. */
function arctangentOfInverse(n: bigint, precision: bigint, sign: 1n | -1n = -1n): bigint {
  const square = n * n;
  let term = (1n << precision) / n;
  let sum = term;
  for (let k = 3n; term !== 0n; k += 2n) {
    term = (sign * term) / square;
    sum += term / k;
  }
  return sum;
}

/** e^x. The caller bounds x. */
export function exponential(x: bigint, precision: bigint): bigint {
  const halvings = 8n;
  const doublings = x / ln2(precision);
  const working = precision + guard + (doublings > 0n ? inSteps(doublings) : 0n);
  const remainder = (x << (working - precision)) - doublings * ln2(working);
  const reduced = remainder >> halvings;
  let term = 1n << working;
  let sum = term;
  for (let k = 1n; term !== 0n && term !== -1n; k++) {
    term = ((term * reduced) >> working) / k;
    sum += term;
  }
  for (let k = 0n; k < halvings; k++) sum = (sum * sum) >> working;
  return shiftRight(sum, working - precision - doublings);
}

/** ln x for x > 0, by Halley's iteration from the double. */
export function logarithm(x: bigint, precision: bigint): bigint {
  const scale = BigInt(bitLength(x)) - precision;
  const working = precision + guard;
  const mantissa = shiftRight(x, scale - guard);
  let y =
    BigInt(Math.round(Math.log(Number(shiftRight(mantissa, working - 53n)) / 2 ** 53) * 2 ** 53)) <<
    (working - 53n);
  for (let bits = 48n; bits < working; bits *= 3n) {
    const power = exponential(y, working);
    y += ((mantissa - power) << (working + 1n)) / (mantissa + power);
  }
  return (y + scale * ln2(working)) >> guard;
}

/** The sine and cosine of x. */
export function sineAndCosine(x: bigint, precision: bigint): { sine: bigint; cosine: bigint } {
  const working = precision + guard + inSteps(BigInt(Math.max(0, bitLength(x) - Number(precision))));
  const wide = x << (working - precision);
  const quarter = pi(working) >> 1n;
  const turns = (2n * wide + quarter) / (2n * quarter) - (2n * wide + quarter < 0n ? 1n : 0n);
  const reduced = wide - turns * quarter;
  const sine = alternatingSeries(reduced, reduced, 2n, working);
  const cosine = alternatingSeries(1n << working, reduced, 1n, working);
  const rotated = [
    { sine, cosine },
    { sine: cosine, cosine: -sine },
    { sine: -sine, cosine: -cosine },
    { sine: -cosine, cosine: sine },
  ][Number(((turns % 4n) + 4n) % 4n)]!;
  return { sine: rotated.sine >> (working - precision), cosine: rotated.cosine >> (working - precision) };
}

/** first − first·x²/(k(k+1)) + …: the series of the sine (k = 2) and of the cosine (k = 1). */
function alternatingSeries(first: bigint, x: bigint, start: bigint, precision: bigint): bigint {
  const square = (x * x) >> precision;
  let term = first;
  let sum = first;
  for (let k = start; term !== 0n && term !== -1n; k += 2n) {
    term = -((term * square) >> precision) / (k * (k + 1n));
    sum += term;
  }
  return sum;
}

/** The angle of the point (x, y), from −π to π; the point is not the origin. */
export function angleOf(y: bigint, x: bigint, precision: bigint): bigint {
  const working = precision + guard;
  const shift = BigInt(Math.max(bitLength(x), bitLength(y))) - working;
  const [across, up] = [shiftRight(x, shift), shiftRight(y, shift)];
  const length = integerSquareRoot(across * across + up * up);
  const [unitX, unitY] = [(across << working) / length, (up << working) / length];
  const start = Math.atan2(Number(unitY >> (working - 53n)), Number(unitX >> (working - 53n)));
  let angle = BigInt(Math.round(start * 2 ** 50)) << (working - 50n);
  for (let bits = 48n; bits < working; bits *= 5n) {
    const { sine, cosine } = sineAndCosine(angle, working);
    const offset = (unitY * cosine - unitX * sine) >> working;
    const cube = (((offset * offset) >> working) * offset) >> working;
    angle += offset + cube / 6n;
  }
  return angle >> guard;
}
