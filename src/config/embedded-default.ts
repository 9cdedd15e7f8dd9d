import type { ConfigInput } from "./schema.ts";

/** What `npm start` runs: the whole loop on the pupil and its word problems, offline. */
export const embeddedDefault: ConfigInput = {
  name: "embedded-default",
  recipe: "sei",
  iterations: 2,
  target: { kind: "embedded" },
  data: {
    seeds: { wordProblems: "train", count: 600 },
    dev: { wordProblems: "dev", count: 200 },
    benchmarks: {
      "in-domain": { wordProblems: "test", count: 600 },
      "out-of-domain": { wordProblems: "test-out-of-domain", count: 300 },
    },
    outOfDomain: ["out-of-domain"],
  },
  stages: {
    attempt: { maxOutputTokens: 128 },
    evaluate: { maxOutputTokens: 128 },
    synthesize: { problems: 150 },
    select: { devBad: 16, devGood: 16, keep: 0.4, maxOutputTokens: 128 },
    train: {
      rank: 16,
      alpha: 32,
      dropout: 0,
      epochs: 8,
      learningRate: 2e-3,
      batchSize: 8,
      maxSequenceLength: 256,
    },
  },
};
