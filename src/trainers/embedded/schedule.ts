/** Learning rate of every step: linear warm-up from 0 to `peak`, then linear decay to 0 (transformers' "linear"). */
export function linearSchedule(steps: number, warmupRatio: number, peak: number): number[] {
  const warmupSteps = Math.ceil(steps * warmupRatio);
  return Array.from({ length: steps }, (_, step) =>
    step < warmupSteps
      ? (peak * step) / warmupSteps
      : (peak * (steps - step)) / Math.max(1, steps - warmupSteps),
  );
}
