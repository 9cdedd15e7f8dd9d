import type { Step } from "./recipe.ts";

/** What a run tells about itself while it works. */
export type ProgressEvent =
  | { kind: "step-begun"; step: Step }
  | { kind: "step-reused"; step: Step }
  | {
      kind: "step-progress";
      step: Step;
      done: number;
      failed: number;
      total: number;
      note?: string | undefined;
    }
  | {
      kind: "step-done";
      step: Step;
      seconds: number;
      counts: { in: number; done: number; notDone: Record<string, number> };
    };

export type ProgressListener = (event: ProgressEvent) => void;
