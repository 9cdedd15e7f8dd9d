import { z } from "zod";

/** What may be asked of an endpoint. What is left out is found out from how the endpoint answers. */
export const EndpointLimits = z.strictObject({
  /** Most calls at once. */
  concurrency: z.int().positive().default(256),
  requestsPerMinute: z.number().positive().optional(),
  /** Input and output tokens together. */
  tokensPerMinute: z.number().positive().optional(),
  /** How long one call may take. */
  timeoutSeconds: z.number().positive().default(600),
});
export type EndpointLimits = z.infer<typeof EndpointLimits>;

/** The limits that keep both: the smaller of each. */
export function tightest(one: EndpointLimits, other: EndpointLimits): EndpointLimits {
  const smaller = (a: number | undefined, b: number | undefined) =>
    a === undefined || b === undefined ? (a ?? b) : Math.min(a, b);
  const requestsPerMinute = smaller(one.requestsPerMinute, other.requestsPerMinute);
  const tokensPerMinute = smaller(one.tokensPerMinute, other.tokensPerMinute);
  return {
    concurrency: Math.min(one.concurrency, other.concurrency),
    timeoutSeconds: Math.min(one.timeoutSeconds, other.timeoutSeconds),
    ...(requestsPerMinute === undefined ? {} : { requestsPerMinute }),
    ...(tokensPerMinute === undefined ? {} : { tokensPerMinute }),
  };
}
