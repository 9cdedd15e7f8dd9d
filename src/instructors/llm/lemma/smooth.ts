import type { SmoothingRequest } from "../../mistake-instructor.ts";
import type { LemmaSurroundings } from "../surroundings.ts";
import { askForContinuation } from "./ask-for-continuation.ts";

/**
 * The model-aware smooth connection: the continuation again, so that it follows from the prefix (papers' section 2.1).
 * Where there is nothing to smooth, it stays as it is.
 */
export async function smooth(
  surroundings: LemmaSurroundings,
  { problem, prefix, continuation, seed }: SmoothingRequest,
  signal?: AbortSignal,
): Promise<string> {
  if (continuation.trim() === "") return continuation;
  const values = { question: problem.question, prefix, continuation };
  const smoothed = await askForContinuation(surroundings, { task: "smooth", values, seed }, signal);
  return smoothed || continuation;
}
