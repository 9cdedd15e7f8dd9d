import { embeddedDefault } from "./embedded-default.ts";
import type { ConfigInput } from "./schema.ts";

/** What `errata run lemma` runs: LEMMA on the pupil that has read how solvers turn back, offline. */
export const embeddedLemma: ConfigInput = {
  name: "embedded-lemma",
  recipe: "lemma",
  iterations: 1,
  target: { kind: "embedded", pupil: "reflective" },
  data: embeddedDefault.data,
  stages: {
    sample: { samples: 2, maxOutputTokens: 128 },
    // A model as small as the pupil learns mistakes more readily than it learns to turn back from them, and unlearns fast.
    mix: { sequences: 100, learns: "continuation", rightSolutions: 0.5, rehearsal: 1.5 },
    train: {
      rank: 16,
      alpha: 32,
      dropout: 0,
      epochs: 4,
      learningRate: 2e-3,
      batchSize: 8,
      maxSequenceLength: 448,
    },
    evaluate: { maxOutputTokens: 224 },
    "self-correction": { maxOutputTokens: 224 },
  },
};
