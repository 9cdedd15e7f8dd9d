import { resolve } from "node:path";
import { createAxolotlTrainer } from "../trainers/axolotl/index.ts";
import { createCommandTrainer } from "../trainers/command/index.ts";
import { createEmbeddedTrainer } from "../trainers/embedded/index.ts";
import { createLlamaFactoryTrainer } from "../trainers/llama-factory/index.ts";
import { oneAtATime } from "../trainers/one-at-a-time.ts";
import { createOpenAiTrainer } from "../trainers/openai/index.ts";
import type { Trainer } from "../trainers/trainer.ts";
import { baseModelAt, createTrlTrainer, type TrlTrainerSettings } from "../trainers/trl/index.ts";
import { calledModelOf, nameOf, weightsOf } from "./model-of-target.ts";
import { promptFormOf } from "./prompt-form-of.ts";
import { embeddedDirectory } from "./pupil-directory.ts";
import type { Config } from "./schema.ts";

/** Makes the trainer that a configuration names. Relative paths start from `folder`. */
export function createTrainer(
  { trainer, target }: Pick<Config, "trainer" | "target">,
  folder: string,
): Trainer {
  const prompt = promptFormOf(target);
  switch (trainer.kind) {
    case "embedded":
      return createEmbeddedTrainer({ directory: embeddedDirectory(target, folder) });
    case "trl":
      return oneAtATime(trlTrainer(trainer, target, folder));
    case "llama-factory":
      return oneAtATime(
        createLlamaFactoryTrainer({
          settings: { ...trainer, model: trainer.model ?? weightsOf(target, folder) },
          prompt,
          folder,
        }),
      );
    case "axolotl":
      return oneAtATime(
        createAxolotlTrainer({
          settings: { ...trainer, model: trainer.model ?? weightsOf(target, folder) },
          prompt,
          folder,
        }),
      );
    case "openai":
      return createOpenAiTrainer({ settings: { ...trainer, model: trainer.model ?? calledModelOf(target) } });
    case "command":
      return oneAtATime(
        createCommandTrainer({
          settings: trainer,
          model: trainer.model ?? nameOf(target),
          prompt,
          folder,
        }),
      );
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
    base: baseModelAt(model ?? weightsOf(target, folder), revision, folder),
    prompt: promptFormOf(target),
  });
}
