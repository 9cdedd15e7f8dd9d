import { ErrataError } from "../../foundation/errors.ts";

/** How a batch is divided. */
export interface BatchDivision {
  /** Examples that one device takes at once. */
  microBatchSize: number;
  /** How often each device does so for one step. */
  accumulation: number;
}

/**
 * Divides a batch evenly among devices, which take `microBatchSize` examples at once: as many as divide the batch, up to
 * four, where nothing is said. Throws an `ErrataError` where it cannot be divided.
 */
export function divideBatch(batchSize: number, devices: number, microBatchSize?: number): BatchDivision {
  const share = batchSize / devices;
  const chosen = microBatchSize ?? [4, 3, 2, 1].find((size) => share % size === 0);
  const accumulation = share / (chosen ?? 1);
  if (chosen === undefined || !Number.isInteger(accumulation) || accumulation < 1) {
    const each = microBatchSize === undefined ? "" : `, each taking ${microBatchSize} examples at once`;
    throw new ErrataError(
      `A batch of ${batchSize} examples cannot be divided evenly among ${devices} devices${each}.`,
      { advice: "Change `stages.train.batchSize`, or the trainer's `devices` and `microBatchSize`." },
    );
  }
  return { microBatchSize: chosen, accumulation };
}
