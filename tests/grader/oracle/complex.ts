/** A complex number in floating point. */
export interface Complex {
  re: number;
  im: number;
}

export const real = (re: number): Complex => ({ re, im: 0 });

export const add = (a: Complex, b: Complex): Complex => ({ re: a.re + b.re, im: a.im + b.im });

export const negate = (a: Complex): Complex => ({ re: -a.re, im: -a.im });

export const multiply = (a: Complex, b: Complex): Complex => ({
  re: a.re * b.re - a.im * b.im,
  im: a.re * b.im + a.im * b.re,
});

export function divide(a: Complex, b: Complex): Complex {
  const norm = b.re * b.re + b.im * b.im;
  return { re: (a.re * b.re + a.im * b.im) / norm, im: (a.im * b.re - a.re * b.im) / norm };
}

const magnitude = (a: Complex): number => Math.hypot(a.re, a.im);

/** The principal value; a real power of a real base stays real where it can. */
export function power(base: Complex, exponent: Complex): Complex {
  if (base.im === 0 && exponent.im === 0 && (base.re >= 0 || Number.isInteger(exponent.re))) {
    return real(base.re ** exponent.re);
  }
  if (magnitude(base) === 0) return real(Number.NaN);
  const logarithm = { re: Math.log(magnitude(base)), im: Math.atan2(base.im, base.re) };
  const product = multiply(logarithm, exponent);
  const scale = Math.exp(product.re);
  return { re: scale * Math.cos(product.im), im: scale * Math.sin(product.im) };
}

/** Whether two values are the same up to rounding; values that are not finite are comparable with none. */
export function isClose(a: Complex, b: Complex): boolean {
  const scale = Math.max(magnitude(a), magnitude(b));
  return Number.isFinite(scale) && magnitude(add(a, negate(b))) <= 1e-9 * scale;
}
