import type { Trainer, TrainingRequest, TrainingResult } from "./trainer.ts";

/**
 * The same trainer, one training after the other in the order of their requests: what trains on this machine's devices
 * takes all of their memory, and two trainings at once are slower than one after the other, where they fit at all.
 */
export function oneAtATime(trainer: Trainer): Trainer {
  let last: Promise<unknown> = Promise.resolve();
  let unfinished = 0;
  return {
    get id() {
      return trainer.id;
    },
    train(request: TrainingRequest): Promise<TrainingResult> {
      if (unfinished > 0) request.onStatus?.("waits for the training before it");
      unfinished++;
      const training = last
        .then(() => {
          request.signal?.throwIfAborted();
          return trainer.train(request);
        })
        .finally(() => unfinished--);
      last = training.catch(() => {});
      return training;
    },
  };
}
