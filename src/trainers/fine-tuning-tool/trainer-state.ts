import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { TrainingStep } from "../trainer.ts";

const stateFile = "trainer_state.json";

const State = z.object({
  max_steps: z.int(),
  log_history: z.array(z.record(z.string(), z.unknown())),
});
const LoggedStep = z.object({
  step: z.int(),
  epoch: z.number(),
  loss: z.number(),
  learning_rate: z.number(),
});

/** The steps of a training that has ended, over all tries, as Hugging Face's `Trainer` writes them down. */
export function readTrainerState(output: string): TrainingStep[] {
  const places = [output, ...checkpointsIn(output).toReversed()];
  const place = places.find((folder) => existsSync(join(folder, stateFile)));
  if (place === undefined) return [];
  const state = State.parse(JSON.parse(readFileSync(join(place, stateFile), "utf8")));
  return state.log_history.flatMap((entry) => {
    const { data } = LoggedStep.safeParse(entry);
    if (!data) return [];
    const { step, epoch, loss, learning_rate: learningRate } = data;
    return [{ step, steps: state.max_steps, epoch, loss, learningRate }];
  });
}

/** Removes checkpoints that were not completed: their state is written last, and a tool would try to go on from them. */
export function removeTornCheckpoints(output: string): void {
  for (const checkpoint of checkpointsIn(output)) {
    if (!existsSync(join(checkpoint, stateFile))) rmSync(checkpoint, { recursive: true });
  }
}

/** In the order of their steps. */
function checkpointsIn(output: string): string[] {
  if (!existsSync(output)) return [];
  return readdirSync(output)
    .flatMap((name) => {
      const step = /^checkpoint-(\d+)$/.exec(name)?.[1];
      return step === undefined ? [] : [{ step: Number(step), path: join(output, name) }];
    })
    .sort((a, b) => a.step - b.step)
    .map(({ path }) => path);
}
