import { z } from "zod";
import type { ErrorType } from "../../domain/error-type.ts";
import { ErrataError } from "../../foundation/errors.ts";

/** What a person decided about one error type. A type that is left out of the decisions stays as it is. */
export const ReviewedType = z.strictObject({
  id: z.string(),
  /** A new name; several types given the same name are merged. */
  name: z.string().min(1),
  explanation: z.string().optional(),
  exclude: z.boolean().default(false),
  /** Moving a phrase to another type, or to a new id, splits and regroups. */
  keyphrases: z.array(z.string()).min(1),
});
export const ReviewDecisions = z.array(ReviewedType);
export type ReviewDecisions = z.infer<typeof ReviewDecisions>;

/** The error types as a person reviewed them: renamed, regrouped, split, excluded. */
export function applyDecisions(types: readonly ErrorType[], decisions: ReviewDecisions): ErrorType[] {
  checkDecisions(types, decisions);
  const decided = new Set(decisions.map(({ id }) => id));
  const explanationById = new Map(types.map(({ id, explanation }) => [id, explanation]));
  return [
    ...types.filter(({ id }) => !decided.has(id)),
    ...decisions
      .filter(({ exclude }) => !exclude)
      .map(({ id, name, explanation, keyphrases }) => ({
        id,
        name,
        explanation: explanation ?? explanationById.get(id) ?? "",
        keyphrases,
      })),
  ];
}

function checkDecisions(types: readonly ErrorType[], decisions: ReviewDecisions): void {
  const known = new Set(types.flatMap(({ keyphrases }) => keyphrases));
  const seen = new Set<string>();
  for (const { id, keyphrases } of decisions) {
    if (seen.has(id)) {
      throw new ErrataError(`The review has the error type "${id}" twice.`, {
        advice: "Give each type an id of its own; a type that is split off needs a new one.",
      });
    }
    seen.add(id);
    const unknown = keyphrases.find((keyphrase) => !known.has(keyphrase));
    if (unknown !== undefined) {
      throw new ErrataError(
        `The review of error type "${id}" names the keyphrase "${unknown}", which no bad case has.`,
        {
          advice: "Correct the phrase in the review file: phrases can be moved between types, not reworded.",
        },
      );
    }
  }
}
