import { z } from "zod";

/** A file at the provider. */
export const ProviderFile = z.object({ id: z.string() });

/** A batch as the provider describes it: https://platform.openai.com/docs/api-reference/batch/object */
export const ProviderBatch = z.object({
  id: z.string(),
  status: z.string(),
  input_file_id: z.string(),
  output_file_id: z.string().nullish(),
  error_file_id: z.string().nullish(),
  errors: z
    .object({
      data: z.array(z.object({ code: z.string().nullish(), message: z.string().nullish() })).nullish(),
    })
    .nullish(),
});
export type ProviderBatch = z.infer<typeof ProviderBatch>;

export const ProviderBatchPage = z.object({ data: z.array(ProviderBatch), has_more: z.boolean().nullish() });

const lastStates = new Set(["completed", "failed", "expired", "cancelled"]);

/** Whether nothing more will become of a batch. */
export const hasEnded = ({ status }: ProviderBatch): boolean => lastStates.has(status);
