import { z } from "zod";
import { AxolotlSettings } from "../trainers/axolotl/index.ts";
import { CommandTrainerSettings } from "../trainers/command/index.ts";
import { LlamaFactorySettings } from "../trainers/llama-factory/index.ts";
import { OpenAiTrainerSettings } from "../trainers/openai/index.ts";
import { TrlTrainerSettings } from "../trainers/trl/index.ts";

/** Who trains: one member for each kind of trainer. `create-trainer.ts` makes them. */
export const TrainerConfig = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("embedded") }),
  TrlTrainerSettings,
  LlamaFactorySettings,
  AxolotlSettings,
  OpenAiTrainerSettings,
  CommandTrainerSettings,
]);
