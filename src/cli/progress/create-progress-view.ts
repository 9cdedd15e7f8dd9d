import type { Environment } from "../environment.ts";
import { createLiveProgress } from "./live-progress.ts";
import { createPlainProgress } from "./plain-progress.ts";
import type { ProgressView } from "./progress-view.ts";

/** A live view on a terminal, plain lines anywhere else. */
export function createProgressView({ errors, clock }: Pick<Environment, "errors" | "clock">): ProgressView {
  return errors.isTerminal ? createLiveProgress(errors, clock) : createPlainProgress(errors, clock);
}
