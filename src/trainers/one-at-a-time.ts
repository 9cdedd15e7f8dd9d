import type { Trainer, TrainingRequest } from "./trainer.ts";

/**
 * The same trainer, one training after the other in the order of their requests, and comparisons of gradients among them: what trains on this machine's devices
 * takes all of their memory, and two trainings at once are slower than one after the other, where they fit at all.
 */
export function oneAtATime(trainer: Trainer): Trainer {
  let last: Promise<unknown> = Promise.resolve();
  let unfinished = 0;
  const inTurn =
    <Request extends Pick<TrainingRequest, "onStatus" | "signal">, Result>(
      work: (request: Request) => Promise<Result>,
    ) =>
    (request: Request): Promise<Result> => {
      if (unfinished > 0) request.onStatus?.("waits for the training before it");
      unfinished++;
      const training = last
        .then(() => {
          request.signal?.throwIfAborted();
          return work(request);
        })
        .finally(() => unfinished--);
      last = training.catch(() => {});
      return training;
    };
  const { influences } = trainer;
  return {
    get id() {
      return trainer.id;
    },
    train: inTurn((request: TrainingRequest) => trainer.train(request)),
    ...(influences ? { influences: inTurn(influences) } : {}),
  };
}
