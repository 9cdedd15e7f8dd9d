import { ErrataError } from "../../foundation/errors.ts";
import { openInfluenceParts } from "../influence-parts.ts";
import type { InfluenceRequest } from "../trainer.ts";
import { type ProgramOptions, runProgram } from "./run-program.ts";
import { type TrainedModel, writeInfluenceRequest } from "./write-request.ts";

/** Computes influences with `program/influences.py`; what an earlier try was told is not computed again. */
export async function computeInfluences(
  request: InfluenceRequest,
  model: TrainedModel,
  python: ProgramOptions["python"],
): Promise<(number | null)[]> {
  const { candidates, onProgress, onStatus, workDirectory, signal } = request;
  const parts = openInfluenceParts(workDirectory);
  let isDone = false;
  try {
    await runProgram({
      python,
      program: "influences.py",
      name: "The comparison of gradients",
      requestFile: writeInfluenceRequest(request, model, parts.known()),
      workDirectory,
      signal,
      onRecord(record) {
        if (record.kind === "status") onStatus?.(record.text);
        if (record.kind === "step") onStatus?.(`warm-up, step ${record.step} of ${record.steps}`);
        if (record.kind === "influence") parts.add(record);
        if (record.kind === "progress") onProgress?.(record.done, record.total);
        if (record.kind === "influences-done") isDone = true;
      },
    });
  } catch (error) {
    throw ofWarmUp(error);
  }
  if (isDone) return candidates.map((_, candidate) => parts.influenceOf(candidate));
  throw new ErrataError("The comparison of gradients ended without saying that it is done.", {
    advice: "Run the same command again: it goes on where it was.",
  });
}

/** The programs name the settings of the stage `train`, which are those of the warm-up too. */
function ofWarmUp(error: unknown): unknown {
  if (!ErrataError.isInstance(error)) return error;
  const advice = error.advice?.replaceAll("stages.train.", "stages.select.warmUp.");
  return new ErrataError(error.message, { ...(advice ? { advice } : {}), cause: error });
}
