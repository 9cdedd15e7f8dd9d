import { createEmbeddedTrainer } from "../trainers/embedded/index.ts";
import type { Trainer } from "../trainers/trainer.ts";
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
  }
}
