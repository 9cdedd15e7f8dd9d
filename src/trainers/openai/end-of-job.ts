import type { TrainingExample } from "../../domain/training-example.ts";
import { ErrataError } from "../../foundation/errors.ts";
import type { Job } from "./job.ts";

/** Whether nothing more will become of a job. */
export const hasEnded = ({ status }: Job): boolean => ["succeeded", "failed", "cancelled"].includes(status);

const spentQuota = /quota|billing|budget|credit/i;

/** Why a job made no model, with what can be done about it. */
export function failureOfJob(
  { id, status, error }: Job,
  provider: string,
  examples: readonly TrainingExample[],
): ErrataError {
  if (status === "cancelled") {
    return new ErrataError(`The fine-tuning job ${id} was cancelled at ${provider}.`, {
      advice: "Run the same command again to begin another one.",
    });
  }
  const code = error?.code ? ` (${error.code})` : "";
  const words = (error?.message || "it gives no reason").replace(/\.$/, "");
  const example = exampleOfLine(words, examples);
  const where = example ? ` That line is the training example ${example}.` : "";
  return new ErrataError(`The fine-tuning job ${id} failed at ${provider}${code}: ${words}.${where}`, {
    advice: spentQuota.test(`${code} ${words}`)
      ? "Pay in or raise the account's limit, then run the same command again: it begins another job."
      : "Correct that, then run the same command again: it begins another job.",
  });
}

/** Providers name the line of the file that they do not accept; lines count from 1. */
function exampleOfLine(words: string, examples: readonly TrainingExample[]): string | undefined {
  const line = /\bline (\d+)/i.exec(words)?.[1];
  return line === undefined ? undefined : examples[Number(line) - 1]?.id;
}
