import type { Adapter } from "../domain/adapter.ts";
import type { RunStore, StoredStep } from "../engine/run-store.ts";
import { benchmarkOutcomes, type ProblemOutcome, prefixOutcomes, seedOutcomes } from "./problem-outcomes.ts";

/** What an iteration of a cell trained, and what its model solves. */
export interface IterationOutcome {
  iteration: number;
  /** Null where nothing was trained. */
  training: Pick<Adapter, "examples" | "losses" | "heldOutLosses"> | null;
  /** With how it goes on from prefixes of their solutions, where that was measured. */
  benchmarks: ReadonlyMap<string, readonly ProblemOutcome[]>;
  /** Of the problems that were learned from; none where the model did not attempt them again. */
  seedProblems: readonly ProblemOutcome[];
}

/** Reads every iteration that was evaluated: the first evaluation is that of the base model, and so are the first attempts. */
export function readIterations(store: RunStore, method: readonly StoredStep[]): IterationOutcome[] {
  const stepsOf = (name: string) => method.filter(({ stage, state }) => stage === name && state === "done");
  const [base, ...evaluations] = stepsOf("evaluate");
  const attempts = stepsOf("attempt");
  const trainings = stepsOf("train");
  const [baseContinuations, ...continuations] = stepsOf("self-correction");
  return evaluations.map(({ id, iteration }) => {
    const training = trainings.find((step) => step.iteration === iteration);
    const [first, after] = [attempts.at(0), attempts.at(iteration)];
    const continued = continuations.find((step) => step.iteration === iteration);
    return {
      iteration,
      training: (training && store.artifacts(training.id, "adapters").at(-1)) ?? null,
      benchmarks: new Map([
        ...benchmarkOutcomes(store, base!.id, id),
        ...(continued ? prefixOutcomes(store, baseContinuations!.id, continued.id) : []),
      ]),
      seedProblems: first && after ? seedOutcomes(store, first.id, after.id) : [],
    };
  });
}
