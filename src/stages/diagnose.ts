import { z } from "zod";
import type { Case } from "../domain/attempt.ts";
import { attemptedProblems } from "./attempted-problems.ts";
import { casesOf, isBadCase } from "./cases.ts";
import { expectedDiagnoses } from "./forecast.ts";
import { countOutcomes, doneOutputs } from "./outcomes.ts";
import { defineStage, type Item } from "./stage.ts";

/** The instructor names the cause of the first mistake of every bad case (SEI eq. 2; papers' section 1.3). */
export const diagnose = defineStage({
  name: "diagnose",
  version: 1,
  settings: z.strictObject({}),
  reads: ["seedProblems", "attempts"],
  mayRead: ["syntheticProblems"],
  writes: ["diagnoses"],
  uses: ["instructor"],
  forecast({ read, rates }) {
    const attempts = read("attempts");
    const { bad: rows = 0 } = attempts;
    return {
      calls: [expectedDiagnoses(attempts)],
      leaves: { diagnoses: { rows, distinct: rows * rates.distinctKeyphrases } },
    };
  },
  async run(context) {
    const { instructor } = context.services;
    const badCases = casesOf(attemptedProblems(context), context.read("attempts")).filter(isBadCase);
    const items = badCases.map(
      (badCase): Item<Case> => ({
        id: badCase.problem.id,
        key: [badCase.problem, badCase.attempt],
        input: badCase,
      }),
    );
    const outcomes = await context.each(items, instructor.concurrency, (badCase) =>
      instructor.diagnose(badCase, context.signal),
    );
    return { artifacts: { diagnoses: doneOutputs(outcomes) }, ...countOutcomes(outcomes) };
  },
});
