/** One parameter array with its running moments. */
export interface OptimizedArray {
  values: Float32Array;
  mean: Float32Array;
  square: Float32Array;
}

export const withMoments = (values: Float32Array): OptimizedArray => ({
  values,
  mean: new Float32Array(values.length),
  square: new Float32Array(values.length),
});

/** PyTorch's defaults. */
export const meanDecay = 0.9;
export const squareDecay = 0.999;
export const epsilon = 1e-8;

/**
 * One step of Adam with decoupled weight decay (Loshchilov and Hutter 2019, algorithm 2), in place.
 *
 * @param step counted from 1
 */
export function adamwStep(
  { values, mean, square }: OptimizedArray,
  gradient: Float32Array,
  settings: { step: number; learningRate: number; weightDecay: number },
): void {
  const { step, learningRate, weightDecay } = settings;
  const meanCorrection = 1 - meanDecay ** step;
  const squareCorrection = 1 - squareDecay ** step;
  for (let i = 0; i < values.length; i++) {
    const slope = gradient[i] as number;
    const m = meanDecay * (mean[i] as number) + (1 - meanDecay) * slope;
    const v = squareDecay * (square[i] as number) + (1 - squareDecay) * slope * slope;
    mean[i] = m;
    square[i] = v;
    const decayed = (values[i] as number) * (1 - learningRate * weightDecay);
    values[i] = decayed - (learningRate * (m / meanCorrection)) / (Math.sqrt(v / squareCorrection) + epsilon);
  }
}

/** Scales gradients in place so that their joint Euclidean norm is at most `limit`. */
export function clipGradients(gradients: readonly Float32Array[], limit: number): void {
  let squares = 0;
  for (const gradient of gradients) for (const slope of gradient) squares += slope * slope;
  const scale = limit / (Math.sqrt(squares) + 1e-6);
  if (scale >= 1) return;
  for (const gradient of gradients)
    for (let i = 0; i < gradient.length; i++) gradient[i] = (gradient[i] as number) * scale;
}
