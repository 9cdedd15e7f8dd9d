import { toyExample, toySettings } from "../toy-training.fixture.ts";
import type { ToolPlan } from "./tool.ts";

/** A training of one example on one device; the target continues its prompts. */
export const toyPlan: ToolPlan = {
  model: "org/model",
  prompt: "completion",
  examples: [toyExample("a", "1 + 1?", " 2.")],
  settings: toySettings,
  startFrom: null,
  tokenizer: {
    count: (text) => text.length,
    beginning: "<s>",
    end: "</s>",
    hasPadding: true,
    hasChatTemplate: true,
  },
  division: { microBatchSize: 2, accumulation: 1 },
  devices: 1,
  count: { steps: 3, epochs: 3 },
  precision: "bf16",
  hasDeepspeed: false,
};
