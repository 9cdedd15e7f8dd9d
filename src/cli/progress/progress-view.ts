import type { ProgressListener } from "../../engine/progress.ts";

/** Shows how far a run is. */
export interface ProgressView {
  listener: ProgressListener;
  /** Takes note of what was paid for models so far, in US dollars. */
  spent(usd: number): void;
  /** Writes a line that stays. */
  say(line: string): void;
  /** Leaves the screen as a person expects to find it; nothing is shown afterwards. */
  stop(): void;
}
