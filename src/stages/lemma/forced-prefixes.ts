import { z } from "zod";
import type { BenchmarkProblem } from "../../domain/evaluation.ts";
import type { ForcedPrefix } from "../../domain/self-correction.ts";
import { UnusableAnswerError } from "../../foundation/errors.ts";
import { createRandom } from "../../foundation/random.ts";
import { splitSteps } from "../../mathematics/text-steps.ts";
import { doneOutputs, kindOf } from "../outcomes.ts";
import { defineStage, type Item, type Outcome, type Services, type StageContext, tally } from "../stage.ts";
import { injectMistake } from "./inject-mistakes.ts";
import { mistakesOf, prefixThrough } from "./mistake-work.ts";

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
  version: 1,
  settings: ForcedPrefixesSettings,
  reads: ["benchmarkProblems"],
  mayRead: ["seedProblems"],
  writes: ["forcedPrefixes"],
  uses: ["instructor", "benchmarkGrader"],
  forecast({ read }, { problems }) {
    const { rows, distinct = rows } = read("benchmarkProblems");
    const count = Math.min(problems, distinct);
    return {
      calls: [
        { kind: "inject", count },
        { kind: "analyse", count },
      ],
      leaves: { forcedPrefixes: { rows: count } },
    };
  },
  async run(context, settings) {
    const waiting = createRandom(context.seed).shuffle(unlearntProblems(context));
    const outcomes: Outcome<ForcedPrefix>[] = [];
    const missing = () => settings.problems - doneOutputs(outcomes).length;
    while (missing() > 0 && waiting.length > 0) {
      outcomes.push(...(await makePrefixes(context, waiting.splice(0, missing()), settings)));
    }
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
        missing() > 0
          ? [
              `Self-correction is measured on ${made.length} problems where ${settings.problems} are asked for: no other takes a mistake.`,
            ]
          : [],
    };
  },
});

/** Benchmark problems with a reference solution, each question once, without those that are seeds. */
function unlearntProblems(context: StageContext): BenchmarkProblem[] {
  const seen = new Set(context.read("seedProblems").map(({ question }) => question));
  return context.read("benchmarkProblems").filter(({ question, solution }) => {
    if (solution.trim() === "" || seen.has(question)) return false;
    seen.add(question);
    return true;
  });
}

function makePrefixes(
  context: StageContext,
  problems: readonly BenchmarkProblem[],
  { triesPerProblem }: ForcedPrefixesSettings,
): Promise<Outcome<ForcedPrefix>[]> {
  const { services, seed, signal } = context;
  const items = problems.map((problem): Item<BenchmarkProblem> => {
    const id = `${problem.benchmark}/${problem.id}`;
    return { id, key: [problem, triesPerProblem, `${seed}/${id}`], input: problem };
  });
  return context.each(items, services.instructor.concurrency, (problem) =>
    makePrefix(
      services,
      problem,
      { triesPerProblem, seed: `${seed}/${problem.benchmark}/${problem.id}` },
      signal,
    ),
  );
}

/** Tries one kind of mistake after the other, in an order that the seed draws. */
async function makePrefix(
  services: Pick<Services, "instructor" | "benchmarkGrader">,
  problem: BenchmarkProblem,
  { triesPerProblem, seed }: { triesPerProblem: number; seed: string },
  signal: AbortSignal,
): Promise<ForcedPrefix> {
  const { injectable } = mistakesOf(services.instructor);
  const makers = { instructor: services.instructor, grader: services.benchmarkGrader };
  for (const label of createRandom(seed).shuffle(injectable).slice(0, triesPerProblem)) {
    const injection = { id: problem.id, problem, label, seed: `${seed}/${label}` };
    try {
      return prefixOf(problem, await injectMistake(makers, injection, true, signal));
    } catch (error) {
      if (!UnusableAnswerError.isInstance(error)) throw error;
    }
  }
  throw new UnusableAnswerError("none of the tried mistakes can be made in it and seen");
}

function prefixOf(
  { benchmark, id, solution: reference }: BenchmarkProblem,
  { solution, label, firstWrongStep, prefix: wrong }: Awaited<ReturnType<typeof injectMistake>>,
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
