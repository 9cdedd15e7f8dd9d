import { epsilon, meanDecay, type OptimizedArray, squareDecay } from "./adamw.ts";

/**
 * Where Adam's next step would go if an example alone gave its gradient (LESS, section 3.1): the moments moved on by the
 * gradient, without the correction of their bias, and with ε inside the root, as in the authors' code.
 */
export function adamDirections(
  gradients: readonly Float32Array[],
  optimized: readonly OptimizedArray[],
): Float32Array[] {
  return gradients.map((gradient, position) => {
    const { mean, square } = optimized[position] as OptimizedArray;
    return gradient.map((slope, i) => {
      const m = meanDecay * (mean[i] as number) + (1 - meanDecay) * slope;
      const v = squareDecay * (square[i] as number) + (1 - squareDecay) * slope * slope;
      return m / Math.sqrt(v + epsilon);
    });
  });
}

/** All of them as one vector of length 1; zeros stay zeros. */
export function unitVector(arrays: readonly Float32Array[]): Float32Array {
  let squares = 0;
  for (const array of arrays) for (const value of array) squares += value * value;
  const length = Math.sqrt(squares) || 1;
  const unit = new Float32Array(arrays.reduce((total, array) => total + array.length, 0));
  let place = 0;
  for (const array of arrays) for (const value of array) unit[place++] = value / length;
  return unit;
}

/** Their mean, place by place. */
export function meanVector(vectors: readonly Float32Array[]): Float32Array {
  const sums = new Float64Array(vectors[0]?.length ?? 0);
  for (const vector of vectors) for (let i = 0; i < sums.length; i++) sums[i]! += vector[i] as number;
  return Float32Array.from(sums, (value) => value / vectors.length);
}

export function dotProduct(a: Float32Array, b: Float32Array): number {
  let product = 0;
  for (let i = 0; i < a.length; i++) product += (a[i] as number) * (b[i] as number);
  return product;
}
