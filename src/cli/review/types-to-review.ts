import type { ErrorType } from "../../domain/error-type.ts";
import type { RunStore } from "../../engine/run-store.ts";
import { givenStep } from "../../engine/run-view.ts";

/** An error type as the review file shows it. */
export interface TypeToReview extends Omit<ErrorType, "keyphrases"> {
  keyphrases: { text: string; badCases: number; example: string | null }[];
}

/** Error types with, for every keyphrase, how many bad cases it names and one of them. */
export function typesToReview(
  store: RunStore,
  iteration: number,
  errorTypes: readonly ErrorType[],
): TypeToReview[] {
  const diagnoses = Map.groupBy(
    store.artifacts(`method/${iteration}/diagnose`, "diagnoses"),
    ({ keyphrase }) => keyphrase,
  );
  const questionById = new Map(
    store.artifacts(givenStep, "seedProblems").map(({ id, question }) => [id, question]),
  );
  return errorTypes.map(({ keyphrases, ...type }) => ({
    ...type,
    keyphrases: keyphrases.map((text) => {
      const cases = diagnoses.get(text) ?? [];
      const first = cases[0];
      const question = first && questionById.get(first.problemId);
      return {
        text,
        badCases: cases.length,
        example: first && question ? `${first.problemId}: ${question} — ${first.explanation}` : null,
      };
    }),
  }));
}
