import type { Problem } from "../src/domain/problem.ts";
import { UnusableAnswerError } from "../src/foundation/errors.ts";
import { createRandom, type Random } from "../src/foundation/random.ts";
import { mathGrader } from "../src/graders/math/index.ts";
import { createSymbolicInstructor } from "../src/instructors/symbolic/index.ts";
import { injectMistake } from "../src/stages/lemma/inject-mistakes.ts";
import { mistakesOf } from "../src/stages/lemma/mistake-work.ts";

/** A solution to learn, after what is begun of it and only read. */
export interface Text {
  begun?: string;
  solution: string;
}

const triesPerProblem = 4;

const instructor = createSymbolicInstructor();
const mistakes = mistakesOf(instructor);

/**
 * Makes some solutions wrong up to a step, and lets them turn back from it as LEMMA's corrections do: half repair the step,
 * half start again. The others stay as they are.
 *
 * @param share of the solutions that turn back
 */
export function createReflections(share: number): (problem: Problem) => Promise<Text> {
  const random = createRandom("reflections");
  return async (problem) => {
    const asIs = { solution: problem.solution };
    return random.next() < share ? ((await turningBack(problem, random)) ?? asIs) : asIs;
  };
}

/** Null where no mistake that is tried has a place in the solution. */
async function turningBack(problem: Problem, random: Random): Promise<Text | null> {
  const { signal } = new AbortController();
  const seed = String(random.next());
  for (const label of random.shuffle(mistakes.injectable).slice(0, triesPerProblem)) {
    try {
      const injection = { id: problem.id, problem, label, seed };
      const erroneous = await injectMistake({ instructor, grader: mathGrader }, injection, false, signal);
      const { prefix } = erroneous;
      const request = { problem, erroneous, seed, alternative: problem.solution };
      const continuation = await (random.next() < 0.5 ? mistakes.fix(request) : mistakes.restart(request));
      const smoothed = await mistakes.smooth({ problem, prefix, continuation, seed });
      return { begun: prefix, solution: `\n${smoothed.trim()}` };
    } catch (error) {
      if (!UnusableAnswerError.isInstance(error)) throw error;
    }
  }
  return null;
}
