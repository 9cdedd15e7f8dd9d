import { z } from "zod";
import { countOutcomes } from "../outcomes.ts";
import { defineStage } from "../stage.ts";
import { correctEach } from "./correct-each.ts";
import { expectedCorrections } from "./forecast-mistakes.ts";
import { mistakesOf, statedReference } from "./mistake-work.ts";

/**
 * Fix & Continue: after its first wrong step a solution notices the mistake, repairs the step and goes on to the answer
 * of the reference (papers' section 2.3).
 */
export const fixAndContinue = defineStage({
  name: "fix-and-continue",
  version: 1,
  settings: z.strictObject({}),
  reads: ["seedProblems", "erroneousSolutions"],
  mayRead: [],
  writes: ["fixes"],
  uses: ["instructor", "grader"],
  forecast({ read, rates }) {
    const { calls, kept } = expectedCorrections("fix", read("erroneousSolutions"), rates);
    return { calls, leaves: { fixes: kept } };
  },
  async run(context) {
    const mistakes = mistakesOf(context.services.instructor);
    const { outcomes, corrections } = await correctEach(
      context,
      "fix-and-continue",
      statedReference,
      ({ problem, erroneous, seed }) => mistakes.fix({ problem, erroneous, seed }, context.signal),
    );
    return { artifacts: { fixes: corrections }, ...countOutcomes(outcomes) };
  },
});
