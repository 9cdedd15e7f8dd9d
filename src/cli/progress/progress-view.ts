import type { ProgressListener } from "../../engine/progress.ts";
import type { Environment } from "../environment.ts";
import { createLiveProgress } from "./live-progress.ts";
import { createPlainProgress } from "./plain-progress.ts";

/** Shows how far a run is. */
export interface ProgressView {
  listener: ProgressListener;
  /** Writes a line that stays. */
  say(line: string): void;
  /** Leaves the screen as a person expects to find it; nothing is shown afterwards. */
  stop(): void;
}

/** A live view on a terminal, plain lines anywhere else. */
export function createProgressView({ errors, clock }: Pick<Environment, "errors" | "clock">): ProgressView {
  return errors.isTerminal ? createLiveProgress(errors, clock) : createPlainProgress(errors, clock);
}
