import { z } from "zod";

/** What every method hands to the trainer. Loss is taken on `completion` alone. */
export const TrainingExample = z.object({
  id: z.string(),
  prompt: z.string(),
  completion: z.string(),
  recipe: z.string(),
  iteration: z.number().int().nonnegative(),
  errorTypeId: z.string().optional(),
  /** Ids of the items this example was made from (synthetic problem, its seeds). */
  sources: z.array(z.string()),
});
export type TrainingExample = z.infer<typeof TrainingExample>;
