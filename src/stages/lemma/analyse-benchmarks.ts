import type { Case } from "../../domain/attempt.ts";
import type { BenchmarkMistake } from "../../domain/mistake-analysis.ts";
import { UnusableAnswerError } from "../../foundation/errors.ts";
import { expectedDiagnoses } from "../forecast.ts";
import { countOutcomes } from "../outcomes.ts";
import { defineStage } from "../stage.ts";
import { AskingSettings, isMeant, notAskedAbout, wrongAnswers } from "../wrong-answers.ts";
import { analyseText, mistakesOf } from "./mistake-work.ts";

/**
 * Names the kind of mistake in every wrong answer of the current target model on the benchmarks, so that the report can
 * say of which there are fewer after the training (papers' section 2.6). A measurement: no stage reads what it writes.
 */
export const analyseBenchmarks = defineStage({
  name: "analyse-benchmarks",
  version: 1,
  settings: AskingSettings,
  reads: ["benchmarkProblems", "evaluatedProblems"],
  mayRead: [],
  writes: ["benchmarkMistakes"],
  uses: ["instructor"],
  forecast({ read, instructor }, { enabled }) {
    if (!isMeant(enabled, instructor)) return { calls: [], leaves: {} };
    const { count } = expectedDiagnoses(read("evaluatedProblems"));
    return { calls: [{ kind: "analyse", count }], leaves: { benchmarkMistakes: { rows: count } } };
  },
  async run(context, { enabled }) {
    const { instructor } = context.services;
    const items = wrongAnswers(context.read("benchmarkProblems"), context.read("evaluatedProblems"));
    if (!isMeant(enabled, instructor)) {
      return { artifacts: { benchmarkMistakes: [] }, ...notAskedAbout(items.length, "analyse-benchmarks") };
    }
    const mistakes = mistakesOf(instructor);
    const outcomes = await context.each(items, instructor.concurrency, async ({ problem, attempt }: Case) => {
      if (attempt.verdict !== "wrong") {
        throw new UnusableAnswerError(`no wrong answer to analyse: ${attempt.verdict}`);
      }
      return analyseText(mistakes, problem, attempt.output, context.signal);
    });
    const benchmarkMistakes = outcomes.flatMap((outcome, index): BenchmarkMistake[] => {
      if (outcome.state === "failed") return [];
      const { benchmark, input } = items[index]!;
      return [{ benchmark, problemId: input.problem.id, label: outcome.output.label }];
    });
    return { artifacts: { benchmarkMistakes }, ...countOutcomes(outcomes) };
  },
});
