import type { ErroneousSolution } from "../../domain/erroneous-solution.ts";
import type { Problem } from "../../domain/problem.ts";
import { UnusableAnswerError } from "../../foundation/errors.ts";
import { createRandom } from "../../foundation/random.ts";
import type { Services } from "../stage.ts";
import { injectMistake } from "./inject-mistakes.ts";
import { mistakesOf } from "./mistake-work.ts";

export interface MistakeTries {
  problem: Problem;
  /** Kinds of mistake to try at most. */
  tries: number;
  seed: string;
}

/**
 * Makes a reference solution wrong: tries one kind of mistake after the other, in an order that the seed draws, and gives
 * what `use` makes of the first that ends wrong and that the analysis of the text finds again.
 *
 * @throws UnusableAnswerError where none of them can be made, seen and used
 */
export async function tryMistakes<Result>(
  makers: Pick<Services, "instructor" | "grader">,
  { problem, tries, seed }: MistakeTries,
  use: (mistake: ErroneousSolution) => Result,
  signal: AbortSignal,
): Promise<Result> {
  const { injectable } = mistakesOf(makers.instructor);
  for (const label of createRandom(seed).shuffle(injectable).slice(0, tries)) {
    const injection = { id: problem.id, problem, label, seed: `${seed}/${label}` };
    try {
      return use(await injectMistake(makers, injection, true, signal));
    } catch (error) {
      if (!UnusableAnswerError.isInstance(error)) throw error;
    }
  }
  throw new UnusableAnswerError("none of the tried mistakes can be made in it and seen");
}
