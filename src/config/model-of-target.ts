import { ErrataError } from "../foundation/errors.ts";
import { embeddedDirectory } from "./pupil-directory.ts";
import type { Config } from "./schema.ts";

type Target = Config["target"];

/** By what name a target's model is called, where it has one. */
export function nameOf(target: Target): string | undefined {
  return "model" in target && typeof target.model === "string" ? target.model : undefined;
}

/** Targets whose `model` names weights, and not a service. */
const madeOfWeights: ReadonlySet<string> = new Set(["openai-compatible", "command", "llama-cpp"]);

/** Whether a target says which weights it is made of. */
export const namesWeights = (target: Target): boolean =>
  target.kind === "embedded" || (madeOfWeights.has(target.kind) && nameOf(target) !== undefined);

/** Which weights a target is made of: an id of the Hugging Face hub, a folder, or a GGUF file. */
export function weightsOf(target: Target, folder: string): string {
  if (target.kind === "embedded") return embeddedDirectory(target, folder);
  const name = namesWeights(target) ? nameOf(target) : undefined;
  if (name !== undefined) return name;
  throw new ErrataError(
    `A target of kind ${target.kind} does not say which weights a trainer has to train.`,
    { advice: "Name them in `trainer.model`: a Hugging Face id, a folder, or a .gguf file." },
  );
}

/** By what name a provider that also trains it knows a target's model. */
export function calledModelOf(target: Target): string {
  const name = target.kind === "openai" || target.kind === "openai-compatible" ? nameOf(target) : undefined;
  if (name !== undefined) return name;
  throw new ErrataError(`A target of kind ${target.kind} does not say which model a provider has to train.`, {
    advice: "Name it in `trainer.model`.",
  });
}
