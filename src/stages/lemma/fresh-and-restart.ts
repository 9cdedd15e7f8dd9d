import { z } from "zod";
import { createRandom } from "../../foundation/random.ts";
import { countOutcomes } from "../outcomes.ts";
import { defineStage } from "../stage.ts";
import { correctEach } from "./correct-each.ts";
import { expectedCorrections } from "./forecast-mistakes.ts";
import { mistakesOf, statedReference } from "./mistake-work.ts";

/**
 * Fresh & Restart: after its first wrong step a solution notices the mistake and turns to another: a right sample of the
 * target, drawn by the run's seed, else the reference (papers' section 2.3).
 */
export const freshAndRestart = defineStage({
  name: "fresh-and-restart",
  version: 1,
  settings: z.strictObject({}),
  reads: ["seedProblems", "samples", "erroneousSolutions"],
  mayRead: [],
  writes: ["restarts"],
  uses: ["instructor", "grader"],
  forecast({ read, rates }) {
    const { calls, kept } = expectedCorrections("restart", read("erroneousSolutions"), rates);
    return { calls, leaves: { restarts: kept } };
  },
  async run(context) {
    const mistakes = mistakesOf(context.services.instructor);
    const rightSamples = Map.groupBy(
      context.read("samples").filter(({ verdict }) => verdict === "right"),
      ({ problemId }) => problemId,
    );
    const { outcomes, corrections } = await correctEach(
      context,
      "fresh-and-restart",
      (problem, { id }) => {
        const own = rightSamples.get(problem.id);
        return own ? createRandom(`${context.seed}/${id}`).pick(own).output.trim() : statedReference(problem);
      },
      ({ rightSolution: alternative, ...work }) => mistakes.restart({ ...work, alternative }, context.signal),
    );
    return { artifacts: { restarts: corrections }, ...countOutcomes(outcomes) };
  },
});
