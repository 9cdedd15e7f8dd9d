import type { Case } from "../../domain/attempt.ts";
import type { Diagnosis } from "../../domain/diagnosis.ts";
import { contentKey } from "../../foundation/content-key.ts";
import { createRandom, type Random } from "../../foundation/random.ts";
import { taxonomy } from "./taxonomy.ts";

/** How many diagnoses are to name a cause that was not found. */
export interface WrongDiagnoses {
  /** Probability for each diagnosis, in [0, 1]. */
  rate: number;
  /** Draws which ones, and what they name. */
  seed: string;
}

/**
 * The diagnosis of a weaker instructor: with the stated probability it names a cause of another kind of error, which is in
 * no error type of the true cause. The kind is drawn evenly, then one of its causes.
 *
 * Seed and case decide alone: a higher rate makes the same diagnoses wrong in the same way, and further ones.
 */
export function misdiagnose(badCase: Case, diagnosis: Diagnosis, { rate, seed }: WrongDiagnoses): Diagnosis {
  const random = createRandom(contentKey(seed, badCase.problem.id, badCase.attempt.output));
  if (random.next() >= rate) return diagnosis;
  const { keyphrase, explanation } = diagnosis;
  return {
    ...diagnosis,
    keyphrase: causeOfAnotherKind(keyphrase, random),
    explanation: `Wrong on purpose, in place of "${keyphrase}". ${explanation}`,
  };
}

function causeOfAnotherKind(keyphrase: string, random: Random): string {
  const kinds = taxonomy.map(({ keyphrases }): readonly string[] => keyphrases);
  const excluded = new Set(kinds.filter((causes) => causes.includes(keyphrase)).flat());
  const others = kinds.map((causes) => causes.filter((cause) => !excluded.has(cause)));
  return random.pick(random.pick(others.filter(({ length }) => length > 0)));
}
