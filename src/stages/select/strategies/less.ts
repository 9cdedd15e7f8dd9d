import { z } from "zod";
import { createRandom } from "../../../foundation/random.ts";
import { TrainSettings } from "../../train.ts";
import { keptOf } from "../choose.ts";
import { scoreWithoutTrials } from "../scores.ts";
import type { SelectionStrategy } from "../strategy.ts";

/** The authors' warm-up: LoRA on a random part of the candidates. */
export const WarmUpSettings = TrainSettings.omit({ mode: true, method: true, heldOut: true }).extend({
  /** Of the candidates. */
  share: z.number().positive().max(1).default(0.05),
  rank: z.int().positive().default(128),
  alpha: z.number().positive().default(512),
  epochs: z.int().positive().default(4),
  batchSize: z.int().positive().default(32),
  maxSequenceLength: z.int().positive().default(2048),
});

export interface LessSettings {
  warmUp: z.infer<typeof WarmUpSettings>;
}

/**
 * LESS (Xia et al. 2024; papers' section 3): those whose gradients point where the reference solutions of the dev cases pull.
 * Bad cases and good cases are two subtasks, of which the more similar counts.
 */
export const createLess =
  ({ warmUp: { share, ...settings } }: LessSettings): SelectionStrategy =>
  async ({ candidates, seed, devSet, influences }) => {
    const influencesOn = influences();
    const dev = await devSet();
    const targets = [dev.bad, dev.good]
      .filter((cases) => cases.length > 0)
      .map((cases) => cases.map(({ problem }) => problem));
    if (candidates.length === 0 || targets.length === 0) {
      return { scored: candidates.map((candidate) => scoreWithoutTrials(candidate, 0)), remarks: [] };
    }
    const warmUp = createRandom(seed).sample(candidates, keptOf(candidates.length, share));
    const found = await influencesOn({ targets, warmUp, settings: { method: "lora", ...settings } });
    const judged = { by: "gradients", evaluations: targets.flat().length } as const;
    return {
      scored: candidates.flatMap((candidate, index) => {
        const influence = found[index] ?? null;
        return influence === null ? [] : [scoreWithoutTrials(candidate, influence, judged)];
      }),
      remarks: [],
    };
  };
