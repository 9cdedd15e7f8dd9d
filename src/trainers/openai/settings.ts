import { z } from "zod";
import { OpenAiSettings } from "../../models/ai-sdk/settings.ts";

/** The provider's own choice, or a figure. */
const orAuto = (figure: z.ZodNumber | z.ZodInt) => z.union([z.literal("auto"), figure]).default("auto");

/** OpenAI's interface for fine-tuning, or one like it at another address. */
export const OpenAiTrainerSettings = z.strictObject({
  kind: z.literal("openai"),
  /** The model that is fine-tuned; the target's where nothing is said. */
  model: z.string().min(1).optional(),
  /** Usually ends with `/v1`. */
  baseUrl: OpenAiSettings.shape.baseUrl,
  /** Names the environment variable with the key. */
  apiKeyVariable: OpenAiSettings.shape.apiKeyVariable,
  /** Becomes a part of the model's name. */
  suffix: z.string().min(1).max(64).optional(),
  /** The provider's batch, not that of `stages.train`, which is meant for a machine of one's own. */
  batchSize: orAuto(z.int().positive()),
  /** What the provider's own learning rate is multiplied with. */
  learningRateMultiplier: orAuto(z.number().positive()),
  /** Further fields of the job, laid over what is written. */
  extra: z.record(z.string(), z.json()).default({}),
});
export type OpenAiTrainerSettings = z.infer<typeof OpenAiTrainerSettings>;
