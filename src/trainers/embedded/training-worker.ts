import { parentPort } from "node:worker_threads";
import { failedAnswer, type ThreadAnswer } from "../../models/embedded/index.ts";
import type { TrainingResult, TrainingStep } from "../trainer.ts";
import { runTraining, type TrainingTask } from "./run-training.ts";

const port = parentPort as NonNullable<typeof parentPort>;

port.on("message", async (task: TrainingTask) => {
  const answer = (message: ThreadAnswer<TrainingResult, TrainingStep>): void => port.postMessage(message);
  try {
    answer({ result: await runTraining(task, (progress) => answer({ progress })) });
  } catch (error) {
    answer(failedAnswer(error));
  }
});
