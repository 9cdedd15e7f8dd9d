import type { TrainingSettings } from "../trainer.ts";

/** The learning rate when `ahead` of the `all` steps after the warm-up still lie ahead. */
const decays: Record<TrainingSettings["schedule"], (peak: number, ahead: number, all: number) => number> = {
  linear: (peak, ahead, all) => (peak * ahead) / all,
  cosine: (peak, ahead, all) => (peak * (1 - Math.cos((Math.PI * ahead) / all))) / 2,
};

/** Learning rate of every step: linear warm-up from 0 to the peak, then decay to 0, as transformers' schedules have it. */
export function learningRates(
  steps: number,
  {
    schedule,
    warmupRatio,
    learningRate: peak,
  }: Pick<TrainingSettings, "schedule" | "warmupRatio" | "learningRate">,
): number[] {
  const warmupSteps = Math.ceil(steps * warmupRatio);
  return Array.from({ length: steps }, (_, step) =>
    step < warmupSteps
      ? (peak * step) / warmupSteps
      : decays[schedule](peak, steps - step, Math.max(1, steps - warmupSteps)),
  );
}
