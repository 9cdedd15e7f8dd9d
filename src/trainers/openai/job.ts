import { z } from "zod";
import type { TrainingStep } from "../trainer.ts";

/** A file at the provider. */
export const ProviderFile = z.object({ id: z.string(), filename: z.string().nullish() });

/** A fine-tuning job as the provider describes it: https://platform.openai.com/docs/api-reference/fine-tuning/object */
export const Job = z.object({
  id: z.string(),
  status: z.string(),
  fine_tuned_model: z.string().nullish(),
  trained_tokens: z.number().nullish(),
  error: z.object({ code: z.string().nullish(), message: z.string().nullish() }).nullish(),
  metadata: z.record(z.string(), z.string()).nullish(),
});
export type Job = z.infer<typeof Job>;

/** Something that happened to a job. Of those with metrics, one tells a step. */
export const JobEvent = z.object({
  id: z.string(),
  message: z.string().nullish(),
  data: z.unknown().optional(),
});
export type JobEvent = z.infer<typeof JobEvent>;

export const pageOf = <Schema extends z.ZodType<{ id: string }>>(schema: Schema) =>
  z.object({ data: z.array(schema), has_more: z.boolean().nullish() });

const Metrics = z.object({
  step: z.int().positive(),
  train_loss: z.number(),
  total_steps: z.int().positive().optional(),
});
const inWords = /^Step (\d+)\/(\d+): training loss=([\d.]+)/;

/**
 * The step that an event tells, or null for every other event. The learning rate is the provider's secret: 0 stands for
 * it.
 */
export function stepOf({ message, data }: JobEvent, epochs: number): TrainingStep | null {
  const words = inWords.exec(message ?? "");
  const metrics = Metrics.safeParse(data).data;
  const step = metrics?.step ?? Number(words?.[1]);
  const steps = metrics?.total_steps ?? Number(words?.[2]);
  const loss = metrics?.train_loss ?? Number(words?.[3]);
  if (!Number.isFinite(step + steps + loss)) return null;
  return { step, steps, epoch: (step / steps) * epochs, loss, learningRate: 0 };
}
