import type { ErrorType } from "../../domain/error-type.ts";
import type { SyntheticProblem } from "../../domain/synthetic-problem.ts";
import { createRandom } from "../../foundation/random.ts";
import type { SynthesisRequest } from "../../instructors/instructor.ts";
import type { DiagnosedCase } from "../cases.ts";
import type { Item } from "../stage.ts";

/** How synthesis stands for one error type. */
export interface TypeProgress {
  type: ErrorType;
  members: readonly DiagnosedCase[];
  quota: number;
  kept: SyntheticProblem[];
  /** Instructor calls made so far. */
  calls: number;
  /** Rounds in a row that kept nothing. */
  barrenRounds: number;
}

export interface CallSettings {
  problemsPerCall: number;
  /** Bad cases shown while the type has few kept problems, and afterwards beside `keptShown` kept ones. */
  seedsAtFirst: number;
  seedsLater: number;
  keptShown: number;
}

/** One instructor call: whom it is for, what is shown, and the ids of what is shown. */
export interface SynthesisCall {
  progress: TypeProgress;
  call: number;
  seeds: string[];
  request: SynthesisRequest;
}

/**
 * The calls of one round for one type, from the snapshot that the round before left: 8 bad cases at first, then
 * 5 bad cases and 3 problems already kept, 20 new problems a call (papers' section 1.5).
 */
export function callsOfRound(progress: TypeProgress, settings: CallSettings, seed: string): SynthesisCall[] {
  const missing = progress.quota - progress.kept.length;
  const count = Math.ceil(missing / settings.problemsPerCall);
  return Array.from({ length: count }, (_, offset) => {
    const call = progress.calls + offset;
    const callSeed = `${seed}/${progress.type.id}/${call}`;
    const random = createRandom(callSeed);
    const started = progress.kept.length >= settings.keptShown;
    const badCases = random.sample(progress.members, started ? settings.seedsLater : settings.seedsAtFirst);
    const kept = started ? random.sample(progress.kept, settings.keptShown) : [];
    return {
      progress,
      call,
      seeds: [...badCases.map(({ case: { problem } }) => problem.id), ...kept.map(({ id }) => id)],
      request: { errorType: progress.type, badCases, kept, count: settings.problemsPerCall, seed: callSeed },
    };
  });
}

/** The call as an item of the stage: its key is all that the instructor is shown. */
export function itemOfCall(call: SynthesisCall): Item<SynthesisCall> {
  const { errorType, badCases, kept, count, seed } = call.request;
  return {
    id: `${errorType.id}/call-${call.call}`,
    key: [
      errorType,
      badCases.map(({ case: { problem, attempt }, diagnosis }) => [problem, attempt, diagnosis]),
      kept.map(({ question, solution }) => [question, solution]),
      count,
      seed,
    ],
    input: call,
  };
}
