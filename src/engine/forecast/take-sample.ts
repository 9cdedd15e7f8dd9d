import type { Case } from "../../domain/attempt.ts";
import type { Problem } from "../../domain/problem.ts";
import { UnansweredError, UnusableAnswerError } from "../../foundation/errors.ts";
import { mean } from "../../foundation/statistics.ts";
import type { GenerationRequest, LanguageModel } from "../../models/language-model.ts";
import { attemptProblem } from "../../stages/attempt-problems.ts";
import { isBadCase } from "../../stages/cases.ts";
import { type Budget, keepWithinBudget, refuseUnknownPrices } from "../budget.ts";
import type { RunServices } from "../execute-run.ts";
import { instructorOfSteps } from "../instructor-of-steps.ts";
import type { RunFolder } from "../run-folder.ts";
import type { RunStore } from "../run-store.ts";
import { createTargetModelPool } from "../target-models.ts";
import type { Tokens } from "./call-size.ts";

/** What calls of one kind took. */
export interface MeasuredCalls extends Tokens {
  count: number;
}

/** What became of a sample of the seed problems. */
export interface Sample {
  /** Problems that got an answer, and those of them whose answer makes a bad case. */
  attempted: number;
  bad: number;
  /** Null where none was answered. */
  attempt: MeasuredCalls | null;
  diagnose: MeasuredCalls | null;
}

export interface SampleOptions {
  problems: readonly Problem[];
  /** Of the first attempt of the run: the same requests are then not sent again. */
  maxOutputTokens: number;
  services: RunServices;
  store: RunStore;
  folder: RunFolder;
  /** The steps for which the calls count; null where the run diagnoses nothing. */
  steps: { attempt: string; diagnose: string | null };
  budget: Budget | undefined;
  signal: AbortSignal;
}

/**
 * Has the target answer some problems, and the instructor diagnose the wrong answers, as the run would: what they say
 * is stored as the run's, which does not ask for it again. The services stay open.
 *
 * Throws an `UnansweredError` where no problem got an answer, and what `keepWithinBudget` and `refuseUnknownPrices` throw.
 */
export async function takeSample(options: SampleOptions): Promise<Sample> {
  const { problems, services, store, folder, steps, budget, signal } = options;
  if (budget) refuseUnknownPrices(budget);
  const limit = budget && keepWithinBudget(budget, store);
  const attempts = meter();
  const diagnoses = meter();
  const targets = createTargetModelPool(services.server, store, folder, signal, limit);
  const target = attempts.watch(await targets.forStep(steps.attempt).withAdapter(null));
  const cases = await settled(
    problems.map(
      async (problem): Promise<Case> => ({
        problem,
        attempt: await attemptProblem(services, target, problem, options.maxOutputTokens, signal),
      }),
    ),
  );
  const badCases = cases.filter(isBadCase);
  const asking = steps.diagnose && instructorOfSteps(services.instructor, store, limit)(steps.diagnose);
  const instructor = asking ? asking.askingThrough?.((model) => diagnoses.watch(model)) : undefined;
  if (instructor) await settled(badCases.map((badCase) => instructor.diagnose(badCase, signal)));
  return {
    attempted: cases.length,
    bad: badCases.length,
    attempt: attempts.calls(),
    diagnose: diagnoses.calls(),
  };
}

/** Waits for all of the work, and leaves out what got no answer that can be used; throws where nothing did. */
async function settled<Result>(work: readonly Promise<Result>[]): Promise<Result[]> {
  const results = await Promise.allSettled(work);
  const failures = results.flatMap((result) => (result.status === "rejected" ? [result.reason] : []));
  const fault = failures.find(
    (error) => !UnusableAnswerError.isInstance(error) && !UnansweredError.isInstance(error),
  );
  if (fault) throw fault;
  const unanswered = failures.find((error) => UnansweredError.isInstance(error));
  if (unanswered && failures.length === work.length) throw unanswered;
  return results.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
}

/** Counts different requests and the tokens of their answers. */
function meter() {
  const answered = new Map<string, Tokens>();
  return {
    watch: (model: LanguageModel): LanguageModel => ({
      ...model,
      async generate(request: GenerationRequest, signal) {
        const generation = await model.generate(request, signal);
        answered.set(JSON.stringify({ ...request, problemId: null }), generation.usage);
        return generation;
      },
    }),
    calls(): MeasuredCalls | null {
      const usages = [...answered.values()];
      if (usages.length === 0) return null;
      return {
        count: usages.length,
        inputTokens: mean(usages.map(({ inputTokens }) => inputTokens)),
        outputTokens: mean(usages.map(({ outputTokens }) => outputTokens)),
      };
    },
  };
}
