import { expectedDiagnoses } from "./forecast.ts";
import { countOutcomes } from "./outcomes.ts";
import { defineStage } from "./stage.ts";
import { AskingSettings, isMeant, notAskedAbout, wrongAnswers } from "./wrong-answers.ts";

/**
 * Names the cause of every wrong answer of the base model on the benchmarks, so that the report can say which error
 * types the training removed on problems it never saw. A measurement: no stage reads what it writes.
 */
export const diagnoseBenchmarks = defineStage({
  name: "diagnose-benchmarks",
  version: 1,
  settings: AskingSettings,
  reads: ["benchmarkProblems", "evaluatedProblems"],
  mayRead: [],
  writes: ["benchmarkDiagnoses"],
  uses: ["instructor"],
  forecast({ read, instructor }, { enabled }) {
    if (!isMeant(enabled, instructor)) return { calls: [], leaves: {} };
    const evaluated = read("evaluatedProblems");
    const { bad: rows = 0 } = evaluated;
    return { calls: [expectedDiagnoses(evaluated)], leaves: { benchmarkDiagnoses: { rows } } };
  },
  async run(context, { enabled }) {
    const { instructor } = context.services;
    const items = wrongAnswers(context.read("benchmarkProblems"), context.read("evaluatedProblems"));
    if (!isMeant(enabled, instructor)) {
      return { artifacts: { benchmarkDiagnoses: [] }, ...notAskedAbout(items.length, "diagnose-benchmarks") };
    }
    const outcomes = await context.each(items, instructor.concurrency, (badCase) =>
      instructor.diagnose(badCase, context.signal),
    );
    const benchmarkDiagnoses = outcomes.flatMap((outcome, index) =>
      outcome.state === "done" ? [{ benchmark: items[index]!.benchmark, diagnosis: outcome.output }] : [],
    );
    return { artifacts: { benchmarkDiagnoses }, ...countOutcomes(outcomes) };
  },
});
