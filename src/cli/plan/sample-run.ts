import type { Problem } from "../../domain/problem.ts";
import { type Sample, type SampleOptions, takeSample } from "../../engine/forecast/index.ts";
import type { Plan } from "../../engine/recipe.ts";
import { createRandom } from "../../foundation/random.ts";
import { attempt } from "../../stages/attempt.ts";
import { diagnose } from "../../stages/diagnose.ts";
import type { Environment } from "../environment.ts";
import { interruptible } from "../interruption.ts";

/** What was found out by asking, and how many calls of each step that took. */
export interface RunSample {
  sample: Sample;
  calls: ReadonlyMap<string, number>;
}

/**
 * Takes a sample of the first steps of a plan, while a person watches, who can stop it. Null where the plan attempts no
 * seed problem.
 */
export async function sampleRun(
  plan: Plan,
  options: Omit<SampleOptions, "maxOutputTokens" | "steps" | "signal">,
  environment: Environment,
): Promise<RunSample | null> {
  const attempts = plan.goal.find(({ stage }) => stage === attempt);
  if (!attempts) return null;
  const { maxOutputTokens } = attempt.settings.parse(attempts.settings);
  const diagnoses = plan.goal.find(({ stage }) => stage === diagnose)?.id ?? null;
  const sample = await interruptible(
    environment,
    () => environment.errors.write("Stopping after what is in flight …\n"),
    (signal) =>
      takeSample({
        ...options,
        maxOutputTokens,
        steps: { attempt: attempts.id, diagnose: diagnoses },
        signal,
      }),
  );
  const calls = new Map([[attempts.id, sample.attempt?.count ?? 0]]);
  if (diagnoses !== null) calls.set(diagnoses, sample.diagnose?.count ?? 0);
  return { sample, calls };
}

/** Some of the problems at random, so that a file that is sorted by difficulty misleads nobody. */
export function randomProblems(problems: readonly Problem[], size: number, seed: string): Problem[] {
  return createRandom(`${seed}/plan`).sample(problems, size);
}
