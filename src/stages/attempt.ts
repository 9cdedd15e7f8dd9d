import { z } from "zod";
import { attemptEach } from "./attempt-problems.ts";
import { expectedAttempts } from "./forecast.ts";
import { countOutcomes, doneOutputs } from "./outcomes.ts";
import { defineStage } from "./stage.ts";

/**
 * Greedy attempts of the current target model at the seed problems.
 *
 * From the second iteration on the target carries the newest adapter, as in the authors' bad-case extraction
 * (SEI eq. 1; papers' section 1.2).
 */
export const attempt = defineStage({
  name: "attempt",
  version: 1,
  settings: z.strictObject({ maxOutputTokens: z.int().positive().default(512) }),
  reads: ["seedProblems"],
  mayRead: ["adapters"],
  writes: ["attempts"],
  uses: ["target", "template", "grader"],
  forecast(view, { maxOutputTokens }) {
    const adapter = view.origin("adapters");
    const { calls, attempts } = expectedAttempts(view, {
      problems: "seedProblems",
      adapter,
      maxOutputTokens,
    });
    return { calls: [calls], leaves: { attempts } };
  },
  async run(context, settings) {
    const model = await context.services.target.withAdapter(context.read("adapters").at(-1) ?? null);
    const outcomes = await attemptEach(
      context,
      model,
      context.read("seedProblems"),
      settings.maxOutputTokens,
    );
    return { artifacts: { attempts: doneOutputs(outcomes) }, ...countOutcomes(outcomes) };
  },
});
