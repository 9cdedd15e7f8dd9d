import { fileURLToPath } from "node:url";
import type { MergeWeights } from "../../models/serving/index.ts";
import { runProcess } from "../process/index.ts";
import { providePythonEnvironment } from "../python/index.ts";

const program = fileURLToPath(new URL("./program/merge_adapter.py", import.meta.url));

/**
 * Merges adapters with `peft`, in the Python environment of the trainers or by the interpreter `python`.
 */
export function createMergeWeights(python: string | undefined): MergeWeights {
  return async ({ adapterDirectory, baseModel, outputDirectory, logFile, signal }) => {
    const interpreter = python ?? (await providePythonEnvironment({ signal }));
    await runProcess({
      name: `Merging an adapter into ${baseModel}`,
      command: [interpreter, program, baseModel, adapterDirectory, outputDirectory],
      directory: ".",
      logFile,
      adviceWhenMissing: "Correct `trainer.python`, or leave it out.",
      signal,
    });
  };
}
