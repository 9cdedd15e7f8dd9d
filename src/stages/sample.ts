import { z } from "zod";
import { drawSamples } from "./draw-samples.ts";
import { countOutcomes, doneOutputs } from "./outcomes.ts";
import { defineStage } from "./stage.ts";

const SampleSettings = z.strictObject({
  /** Samples of every problem. Saved generations give the same one each time, and equal samples count once later. */
  samples: z.int().positive().default(4),
  temperature: z.number().positive().default(0.7),
  maxOutputTokens: z.int().positive().default(512),
});

/** Draws several outputs of the current target model for every seed problem (papers' section 2.1). */
export const sample = defineStage({
  name: "sample",
  version: 1,
  settings: SampleSettings,
  reads: ["seedProblems"],
  mayRead: ["adapters"],
  writes: ["samples"],
  uses: ["target", "template", "grader"],
  forecast(view, { samples, maxOutputTokens }) {
    const { rows, distinct = rows } = view.read("seedProblems");
    const once = ["samples", view.origin("adapters"), maxOutputTokens].join(" ");
    return {
      calls: [{ kind: "attempt", count: distinct * samples, maxOutputTokens, once }],
      leaves: { samples: { rows: rows * samples, bad: rows * samples * view.rates.wrongAnswers } },
    };
  },
  async run(context, sampling) {
    const { target, grader } = context.services;
    const model = await target.withAdapter(context.read("adapters").at(-1) ?? null);
    const outcomes = await drawSamples(context, { model, grader }, context.read("seedProblems"), sampling);
    return { artifacts: { samples: doneOutputs(outcomes) }, ...countOutcomes(outcomes) };
  },
});
