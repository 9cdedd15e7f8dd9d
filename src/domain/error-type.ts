import { z } from "zod";

/** A cluster of error keyphrases (SEI eq. 3). A phrase may belong to several types. */
export const ErrorType = z.object({
  /** Stable, readable, unique in a run: "wrong-operation". */
  id: z.string().min(1),
  name: z.string().min(1),
  explanation: z.string(),
  keyphrases: z.array(z.string()).min(1),
});
export type ErrorType = z.infer<typeof ErrorType>;
