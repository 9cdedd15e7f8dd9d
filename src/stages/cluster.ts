import { z } from "zod";
import { defineStage } from "./stage.ts";

/**
 * The instructor groups the distinct keyphrases into error types (SEI eq. 3; papers' section 1.4).
 *
 * Conservation: a keyphrase that no type holds is counted, never lost in silence.
 */
export const cluster = defineStage({
  name: "cluster",
  version: 1,
  settings: z.strictObject({}),
  reads: ["diagnoses"],
  mayRead: [],
  writes: ["errorTypes"],
  uses: ["instructor"],
  forecast({ read, rates, instructor }) {
    const { rows, distinct = rows } = read("diagnoses");
    const phrases = Math.ceil(distinct);
    const count = phrases === 0 ? 0 : (instructor.callsToCluster?.(phrases) ?? 0);
    return {
      calls: [{ kind: "cluster", count, keyphrases: phrases }],
      leaves: { errorTypes: { rows: Math.min(phrases, rates.errorTypes) } },
    };
  },
  async run(context) {
    const keyphrases = [...new Set(context.read("diagnoses").map(({ keyphrase }) => keyphrase))].sort();
    if (keyphrases.length === 0) return { artifacts: { errorTypes: [] }, in: 0, done: 0, notDone: {} };
    const remarks: string[] = [];
    const errorTypes = await context.services.instructor.cluster(
      { keyphrases, seed: context.seed, onRemark: (remark) => remarks.push(remark) },
      context.signal,
    );
    const covered = new Set(errorTypes.flatMap((type) => type.keyphrases));
    const uncovered = keyphrases.filter((keyphrase) => !covered.has(keyphrase)).length;
    return {
      artifacts: { errorTypes },
      in: keyphrases.length,
      done: keyphrases.length - uncovered,
      notDone: uncovered > 0 ? { "in no error type": uncovered } : {},
      ...(remarks.length > 0 ? { remarks } : {}),
    };
  },
});
