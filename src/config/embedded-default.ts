import type { ConfigInput } from "./schema.ts";

/** What `npm start` runs: the whole loop on the pupil and its word problems, offline. */
export const embeddedDefault: ConfigInput = {
  name: "embedded-default",
  recipe: "sei",
  iterations: 2,
  target: { kind: "embedded" },
  data: {
    seeds: { wordProblems: "train", count: 400 },
    dev: { wordProblems: "dev", count: 120 },
    benchmarks: {
      "in-domain": { wordProblems: "test", count: 500 },
      "out-of-domain": { wordProblems: "test-out-of-domain", count: 200 },
    },
    outOfDomain: ["out-of-domain"],
  },
  stages: {
    attempt: { maxOutputTokens: 128 },
    evaluate: { maxOutputTokens: 128 },
    synthesize: { problems: 120 },
    select: { devBad: 12, devGood: 12, keep: 0.5, maxOutputTokens: 128 },
    train: {
      rank: 16,
      alpha: 32,
      dropout: 0,
      epochs: 5,
      learningRate: 2e-3,
      batchSize: 8,
      maxSequenceLength: 320,
    },
  },
};
