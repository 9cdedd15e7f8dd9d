import { ErrataError } from "../../foundation/errors.ts";
import type { VariationRequest } from "../../instructors/instructor.ts";
import type { Topic, WritingCall } from "../synthesize/topic.ts";

/** A call for new problems that knows no error types. Throws where the instructor can write by error types alone. */
export function variationCall(topic: Topic, call: number, request: VariationRequest): WritingCall {
  const { badCase, problems, count, seed } = request;
  return {
    topic,
    call,
    seeds: [...(badCase ? [badCase.problem.id] : []), ...problems.map(({ id }) => id)],
    key: [
      badCase && [badCase.problem, badCase.attempt],
      problems.map(({ question, solution }) => [question, solution]),
      count,
      seed,
    ],
    async write(instructor, signal) {
      if (!instructor.vary) {
        throw new ErrataError("This instructor writes problems for error types alone.", {
          advice: "Take the symbolic instructor or a language model for this recipe.",
        });
      }
      return instructor.vary(request, signal);
    },
  };
}
