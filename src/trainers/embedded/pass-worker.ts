import { parentPort, workerData } from "node:worker_threads";
import {
  failedAnswer,
  fuseWeights,
  type LlamaConfig,
  type NamedTensor,
  type ThreadAnswer,
  tensor,
} from "../../models/embedded/index.ts";
import { normGains } from "./norm-gains.ts";
import { createPassProgram, type PassResult, type PassTask } from "./pass.ts";

/** The frozen model. */
export interface PassWorkerData {
  config: LlamaConfig;
  tensors: ReadonlyMap<string, NamedTensor>;
}

const { config, tensors } = workerData as PassWorkerData;
const port = parentPort as NonNullable<typeof parentPort>;

await tensor.startBackend();
const computePass = createPassProgram(
  { weights: fuseWeights(tensors, config), gains: normGains(tensors, config) },
  config,
);

port.on("message", (task: PassTask) => {
  let answer: ThreadAnswer<PassResult>;
  try {
    answer = { result: computePass(task) };
  } catch (error) {
    answer = failedAnswer(error);
  }
  port.postMessage(answer);
});
