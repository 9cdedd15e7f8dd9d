import { z } from "zod";
import type { ErroneousSolution } from "../../domain/erroneous-solution.ts";
import type { BenchmarkProblem } from "../../domain/evaluation.ts";
import type { ForcedPrefix } from "../../domain/self-correction.ts";
import { UnusableAnswerError } from "../../foundation/errors.ts";
import { splitSteps } from "../../mathematics/text-steps.ts";
import { doneOutputs, kindOf } from "../outcomes.ts";
import { defineStage, type Item, type Outcome, type StageContext, tally } from "../stage.ts";
import { unlearntProblems, untilEnough } from "../unlearnt-problems.ts";
import { expectedSpecimens } from "./forecast-mistakes.ts";
import { prefixThrough } from "./mistake-work.ts";
import { tryMistakes } from "./try-mistakes.ts";

const ForcedPrefixesSettings = z.strictObject({
  /** How many benchmark problems to measure on, drawn from all benchmarks together; 0 measures nothing. */
  problems: z.int().nonnegative().default(200),
  /** Kinds of mistake that are tried in a problem before another one is taken. */
  triesPerProblem: z.int().positive().default(4),
});
type ForcedPrefixesSettings = z.infer<typeof ForcedPrefixesSettings>;

/**
 * Makes the beginnings from which every model of the run is made to go on: of a reference solution with an injected
 * mistake, up to and including its first wrong step, and of the reference itself up to the same step. They are made once,
 * so that all models see the same ones. A measurement: what is trained or chosen reads nothing of it.
 */
export const forcedPrefixes = defineStage({
  name: "forced-prefixes",
  version: 2,
  settings: ForcedPrefixesSettings,
  reads: ["benchmarkProblems"],
  mayRead: ["seedProblems"],
  writes: ["forcedPrefixes"],
  uses: ["instructor", "benchmarkGrader"],
  forecast({ read, rates }, { problems, triesPerProblem: tries }) {
    const { calls, rows } = expectedSpecimens(read("benchmarkProblems"), { problems, tries }, rates);
    return { calls, leaves: { forcedPrefixes: { rows } } };
  },
  async run(context, settings) {
    const outcomes = await untilEnough(unlearntProblems(context), settings.problems, (problems) =>
      makePrefixes(context, problems, settings),
    );
    const made = doneOutputs(outcomes);
    const reasons = outcomes.flatMap((outcome) =>
      outcome.state === "failed" ? [kindOf(outcome.reason)] : [],
    );
    return {
      artifacts: { forcedPrefixes: made },
      in: outcomes.length,
      done: made.length,
      notDone: tally(reasons),
      remarks:
        made.length < settings.problems
          ? [
              `Self-correction is measured on ${made.length} problems where ${settings.problems} are asked for: no other takes a mistake.`,
            ]
          : [],
    };
  },
});

function makePrefixes(
  context: StageContext,
  problems: readonly BenchmarkProblem[],
  { triesPerProblem }: ForcedPrefixesSettings,
): Promise<Outcome<ForcedPrefix>[]> {
  const { services, signal } = context;
  const items = problems.map((problem): Item<BenchmarkProblem> => {
    const id = `${problem.benchmark}/${problem.id}`;
    return { id, key: [problem, triesPerProblem], input: problem };
  });
  const makers = { instructor: services.instructor, grader: services.benchmarkGrader };
  return context.each(items, services.instructor.concurrency, (problem) =>
    tryMistakes(
      makers,
      { problem, tries: triesPerProblem, seed: `${problem.benchmark}/${problem.id}` },
      (mistake) => prefixOf(problem, mistake),
      signal,
    ),
  );
}

function prefixOf(
  { benchmark, id, solution: reference }: BenchmarkProblem,
  { solution, label, firstWrongStep, prefix: wrong }: ErroneousSolution,
): ForcedPrefix {
  const right = prefixThrough(reference, firstWrongStep);
  if (
    right === null ||
    right === wrong ||
    isEnd(reference, firstWrongStep) ||
    isEnd(solution, firstWrongStep)
  ) {
    throw new UnusableAnswerError("nothing is left to go on with after the wrong step");
  }
  return { benchmark, problemId: id, lastStep: firstWrongStep, label, wrong, right };
}

const isEnd = (solution: string, step: number): boolean => step >= splitSteps(solution).length - 1;
