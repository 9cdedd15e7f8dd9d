import { z } from "zod";
import { TrlTrainerSettings } from "../trainers/trl/index.ts";

/** Who trains: one member for each kind of trainer. `create-trainer.ts` makes them. */
export const TrainerConfig = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("embedded") }),
  TrlTrainerSettings,
]);
