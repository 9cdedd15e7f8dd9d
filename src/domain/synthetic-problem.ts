import { z } from "zod";
import { Problem } from "./problem.ts";

/** Where a synthetic problem comes from: enough to find every item that led to it. */
export const SyntheticOrigin = z.object({
  iteration: z.number().int().positive(),
  errorTypeId: z.string(),
  /** Number of the instructor call for this error type (from 0), and the item's place in its answer. */
  call: z.number().int().nonnegative(),
  item: z.number().int().nonnegative(),
  /** Ids of the bad cases and kept problems that the instructor was shown. */
  seeds: z.array(z.string()),
});
export type SyntheticOrigin = z.infer<typeof SyntheticOrigin>;

/** A new, verified and novel problem written for an error type. */
export const SyntheticProblem = Problem.extend({ origin: SyntheticOrigin });
export type SyntheticProblem = z.infer<typeof SyntheticProblem>;

/** Why a proposed problem was not kept. */
export const DropReason = z.enum([
  "malformed",
  "answer-not-stated",
  "arithmetic-wrong",
  "answer-disagrees",
  "not-verified",
  "not-novel-in-pool",
  "not-novel-among-kept",
  "quota-reached",
]);
export type DropReason = z.infer<typeof DropReason>;

/** A proposed problem that was not kept, with the reason and what it was measured against. */
export const DroppedProblem = z.object({
  question: z.string(),
  solution: z.string(),
  origin: SyntheticOrigin,
  reason: DropReason,
  detail: z.string(),
});
export type DroppedProblem = z.infer<typeof DroppedProblem>;
