import { ErrataError } from "../../foundation/errors.ts";
import type { HeldOutLoss, TrainingRequest, TrainingResult, TrainingStep } from "../trainer.ts";
import { type ProgramOptions, runProgram } from "./run-program.ts";
import { type TrainedModel, writeTrainingRequest } from "./write-request.ts";

/** Trains with `program/train.py`. */
export async function train(
  request: TrainingRequest,
  model: TrainedModel,
  python: ProgramOptions["python"],
): Promise<TrainingResult> {
  const { onStep, onStatus, workDirectory, signal } = request;
  const steps = new Map<number, TrainingStep>();
  const heldOutLosses = new Map<number, HeldOutLoss>();
  let done: Pick<TrainingResult, "trainedTokens" | "skipped"> | null = null;
  await runProgram({
    python,
    program: "train.py",
    name: "The training with trl",
    requestFile: writeTrainingRequest(request, model),
    workDirectory,
    signal,
    onRecord(record) {
      const { kind, ...told } = record;
      if (record.kind === "status") onStatus?.(record.text);
      if (record.kind === "held-out")
        heldOutLosses.set(record.step, { step: record.step, loss: record.loss });
      if (record.kind === "done") done = { trainedTokens: record.trainedTokens, skipped: record.skipped };
      if (record.kind === "step") {
        steps.set(record.step, told as TrainingStep);
        onStep?.(told as TrainingStep);
      }
    },
  });
  if (done)
    return {
      steps: [...steps.values()],
      ...(done as Pick<TrainingResult, "trainedTokens" | "skipped">),
      ...(heldOutLosses.size > 0 ? { heldOutLosses: [...heldOutLosses.values()] } : {}),
    };
  throw new ErrataError("The training with trl ended without saying that it is done.", {
    advice: "Run the same command again: it goes on from its last checkpoint.",
  });
}
