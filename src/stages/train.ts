import { z } from "zod";
import type { TrainingExample } from "../domain/training-example.ts";
import { ErrataError } from "../foundation/errors.ts";
import { defineStage, type StageContext, tally } from "./stage.ts";
import { trainingExampleOf } from "./training-example-of.ts";

export const TrainSettings = z.strictObject({
  /** `from-scratch`: the base model on everything selected so far; `continue`: the last adapter on what is new. */
  mode: z.enum(["from-scratch", "continue"]).default("from-scratch"),
  method: z.enum(["lora", "full"]).default("lora"),
  rank: z.int().positive().default(8),
  alpha: z.number().positive().default(32),
  dropout: z.number().min(0).max(1).default(0.1),
  targetModules: z.array(z.string()).min(1).default(["q_proj", "k_proj", "v_proj", "o_proj"]),
  learningRate: z.number().positive().default(2e-5),
  schedule: z.enum(["linear", "cosine"]).default("linear"),
  warmupRatio: z.number().min(0).max(1).default(0.03),
  weightDecay: z.number().min(0).default(0),
  epochs: z.int().positive().default(3),
  batchSize: z.int().positive().default(1),
  maxSequenceLength: z.int().positive().default(512),
  seed: z.int().default(0),
  /** So many dev problems, the first, tell the loss on what is not learned: a measurement that changes nothing. */
  heldOut: z.int().nonnegative().default(0),
});

/** Fine-tunes the target on the selected problems, with LoRA unless asked otherwise (papers' section 1.7). */
export const train = defineStage({
  name: "train",
  version: 1,
  settings: TrainSettings,
  reads: ["trainingExamples"],
  mayRead: ["adapters", "devProblems"],
  unread: ({ mode, heldOut }) => [
    ...(mode === "continue" ? [] : (["adapters"] as const)),
    ...(heldOut > 0 ? [] : (["devProblems"] as const)),
  ],
  writes: ["adapters"],
  uses: ["target", "template", "trainer"],
  unused: ({ heldOut }) => (heldOut > 0 ? [] : ["template"]),
  forecast: () => ({ calls: [], leaves: { adapters: { rows: 1 } } }),
  async run(context, { mode, heldOut, ...settings }) {
    const startFrom = mode === "continue" ? (context.read("adapters").at(-1) ?? null) : null;
    const examples = startFrom ? context.read("trainingExamples") : context.readEvery("trainingExamples");
    if (examples.length === 0) {
      throw new ErrataError("There is nothing to train on: no training example was selected.", {
        advice:
          "Look at the counts of the earlier stages: `errata status` says where the problems were dropped.",
      });
    }
    const { adapter, result } = await context.services.trainer.train({
      examples,
      settings,
      startFrom,
      heldOut: heldOut > 0 ? heldOutExamples(context, heldOut) : [],
      onStep: ({ step, steps, loss }) => context.progress(step, steps, `loss ${loss.toFixed(3)}`),
      onStatus: (status) => context.progress(0, 0, status),
    });
    return {
      artifacts: {
        adapters: [
          {
            ...adapter,
            examples: examples.length - result.skipped.length,
            trainedTokens: result.trainedTokens,
            skipped: result.skipped,
            losses: result.steps.map(({ loss }) => loss),
            ...(result.heldOutLosses ? { heldOutLosses: result.heldOutLosses } : {}),
          },
        ],
      },
      in: examples.length,
      done: examples.length - result.skipped.length,
      notDone: tally(result.skipped.map(({ reason }) => reason)),
      ...(heldOut > 0 && !result.heldOutLosses ? { remarks: [unmeasured] } : {}),
    };
  },
});

const unmeasured =
  "No held-out loss was measured: this trainer tells none, or there are no dev problems that are short enough.";

function heldOutExamples(
  { recipe, iteration, services: { template }, read }: StageContext,
  count: number,
): TrainingExample[] {
  return read("devProblems")
    .slice(0, count)
    .map((problem) => trainingExampleOf(problem, { recipe, iteration, template }));
}
