import type { ErrorType } from "../../domain/error-type.ts";
import { createRandom } from "../../foundation/random.ts";
import type { SynthesisRequest } from "../../instructors/instructor.ts";
import type { DiagnosedCase } from "../cases.ts";
import type { Topic, WritingCall } from "./topic.ts";

/** An error type, with the bad cases that the instructor is shown for it. */
export interface TypeProgress extends Topic {
  readonly type: ErrorType;
  readonly members: readonly DiagnosedCase[];
}

export interface CallSettings {
  problemsPerCall: number;
  /** Bad cases shown while the type has few kept problems, and afterwards beside `keptShown` kept ones. */
  seedsAtFirst: number;
  seedsLater: number;
  keptShown: number;
}

/** One instructor call for an error type. */
export interface TypeCall extends WritingCall {
  request: SynthesisRequest;
}

/**
 * The calls of one round for one type, from the snapshot that the round before left: 8 bad cases at first, then
 * 5 bad cases and 3 problems already kept, 20 new problems a call (papers' section 1.5).
 */
export function callsOfRound(topic: TypeProgress, settings: CallSettings, seed: string): TypeCall[] {
  const missing = topic.quota - topic.kept.length;
  const count = Math.ceil(missing / settings.problemsPerCall);
  return Array.from({ length: count }, (_, offset) => {
    const call = topic.calls + offset;
    const callSeed = `${seed}/${topic.type.id}/${call}`;
    const random = createRandom(callSeed);
    const started = topic.kept.length >= settings.keptShown;
    const badCases = random.sample(topic.members, started ? settings.seedsLater : settings.seedsAtFirst);
    const kept = started ? random.sample(topic.kept, settings.keptShown) : [];
    return callFor(topic, call, {
      errorType: topic.type,
      badCases,
      kept,
      count: settings.problemsPerCall,
      seed: callSeed,
    });
  });
}

function callFor(topic: TypeProgress, call: number, request: SynthesisRequest): TypeCall {
  const { errorType, badCases, kept, count, seed } = request;
  return {
    topic,
    call,
    seeds: [...badCases.map(({ case: { problem } }) => problem.id), ...kept.map(({ id }) => id)],
    key: [
      errorType,
      badCases.map(({ case: { problem, attempt }, diagnosis }) => [problem, attempt, diagnosis]),
      kept.map(({ question, solution }) => [question, solution]),
      count,
      seed,
    ],
    request,
    write: (instructor, signal) => instructor.synthesize(request, signal),
  };
}
