import { embeddedDefault } from "../../config/embedded-default.ts";
import type { ConfigInput } from "../../config/schema.ts";

/** A real model's saved answers to GSM8K: its error types, and new problems for them, offline. */
const gsm8kReplay: ConfigInput = {
  name: "gsm8k-replay",
  recipe: "sei",
  iterations: 1,
  until: "synthesize",
  target: { kind: "replay", file: "data/gsm8k-answers.jsonl", fields: { text: "generation" } },
  template: "alpaca",
  instructor: { kind: "symbolic" },
  data: {
    seeds: { file: "data/gsm8k/test.jsonl", split: "test", part: [0, 0.8] },
    benchmarks: { "held-out": { file: "data/gsm8k/test.jsonl", split: "test", part: [0.8, 1] } },
    novelFrom: { file: "data/gsm8k/train.jsonl" },
  },
  stages: { synthesize: { problems: 400 } },
};

/** Configurations that `errata init` can begin with. */
export const examples = { embedded: embeddedDefault, "gsm8k-replay": gsm8kReplay } as const;
export type ExampleName = keyof typeof examples;
