import type { Environment } from "../environment.ts";
import { createLiveProgress } from "./live-progress.ts";
import { createPlainProgress } from "./plain-progress.ts";
import type { ProgressView } from "./progress-view.ts";

/** A live view on a terminal, plain lines anywhere else. `budget`: what may be paid, in US dollars. */
export function createProgressView(
  { errors, clock }: Pick<Environment, "errors" | "clock">,
  budget?: number,
): ProgressView {
  const create = errors.isTerminal ? createLiveProgress : createPlainProgress;
  return create(errors, clock, budget);
}
