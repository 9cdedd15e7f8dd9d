import type { Dialogue } from "../../domain/dialogue.ts";
import type { BenchmarkProblem } from "../../domain/evaluation.ts";
import { type MistakeTries, tryMistakes } from "../lemma/try-mistakes.ts";
import type { Services } from "../stage.ts";

/** What is asked of a model that is shown a wrong answer. */
const request = "That is not right. Find the mistake and solve the problem again.";

/**
 * A problem with a wrong answer to it, into which the instructor has injected a mistake, and the request to correct it.
 *
 * @throws UnusableAnswerError where no tried mistake can be made in it
 */
export function errorCorrection(
  makers: Pick<Services, "instructor" | "grader">,
  problem: BenchmarkProblem,
  { tries, seed }: Omit<MistakeTries, "problem">,
  signal: AbortSignal,
): Promise<Dialogue> {
  const { benchmark, id: problemId, question, solution, answer, choices } = problem;
  const right = { solution, answer, ...(choices ? { choices } : {}) };
  return tryMistakes(
    makers,
    { problem, tries, seed },
    (mistake): Dialogue => ({
      kind: "error-correction",
      benchmark,
      problemId,
      rounds: [
        { question, ...right, given: mistake.solution },
        { question: request, ...right },
      ],
    }),
    signal,
  );
}
