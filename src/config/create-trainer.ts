import { resolve } from "node:path";
import { ErrataError } from "../foundation/errors.ts";
import { createEmbeddedTrainer } from "../trainers/embedded/index.ts";
import type { Trainer } from "../trainers/trainer.ts";
import { baseModelAt, createTrlTrainer, type TrlTrainerSettings } from "../trainers/trl/index.ts";
import { promptFormOf } from "./prompt-form-of.ts";
import { embeddedDirectory } from "./pupil-directory.ts";
import type { Config } from "./schema.ts";

/** Makes the trainer that a configuration names. Relative paths start from `folder`. */
export function createTrainer(
  { trainer, target }: Pick<Config, "trainer" | "target">,
  folder: string,
): Trainer {
  switch (trainer.kind) {
    case "embedded":
      return createEmbeddedTrainer({ directory: embeddedDirectory(target, folder) });
    case "trl":
      return trlTrainer(trainer, target, folder);
  }
}

function trlTrainer(
  { model, revision, ...settings }: TrlTrainerSettings,
  target: Config["target"],
  folder: string,
): Trainer {
  const at = (path: string) => resolve(folder, path);
  return createTrlTrainer({
    settings: {
      ...settings,
      ...(settings.accelerate === undefined ? {} : { accelerate: at(settings.accelerate) }),
      // A name without a folder is looked for on the PATH.
      ...(settings.python?.includes("/") ? { python: at(settings.python) } : {}),
    },
    base: baseModelAt(model ?? modelOf(target, folder), revision, folder),
    prompt: promptFormOf(target),
  });
}

/** What a target is made of, where it says so. */
function modelOf(target: Config["target"], folder: string): string {
  if (target.kind === "embedded") return embeddedDirectory(target, folder);
  if (target.kind === "openai-compatible") return target.model;
  throw new ErrataError(
    `A target of kind ${target.kind} does not say which weights a trainer has to train.`,
    {
      advice: "Name them in `trainer.model`: a Hugging Face id, a folder, or a .gguf file.",
    },
  );
}
