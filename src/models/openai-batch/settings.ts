import { z } from "zod";

const seconds = z.number().positive();

/** How requests are put together into batches. The largest values are OpenAI's own limits. */
export const BatchSettings = z.strictObject({
  /** Most requests in a batch, and in flight together. */
  requests: z.int().positive().max(50_000).default(10_000),
  /** Largest file of requests, in millions of bytes. */
  megabytes: z.number().positive().max(200).default(100),
  /** Within what time the provider has to answer. */
  completionWindow: z.string().min(1).default("24h"),
  /** How long a batch that is not full waits for further requests after its first. */
  gatherSeconds: seconds.default(30),
  /** How often is asked whether a batch has ended. */
  pollSeconds: seconds.default(60),
});
export type BatchSettings = z.infer<typeof BatchSettings>;
