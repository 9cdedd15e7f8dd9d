import type { Judgement, Question } from "./judge-answer.ts";
import { type StoppableThread, startStoppableThread } from "./stoppable-thread.ts";

export { type Judgement, judgeAnswer, type Question } from "./judge-answer.ts";

/**
 * Starts a thread that judges answers under a hard time limit: the last line behind work that is bounded by
 * construction. One answer that takes longer is left undecided, with the reason, and never holds up the others.
 *
 * @param timeLimit milliseconds that one answer may take
 */
export function startGradingThread(timeLimit: number): StoppableThread<Question, Judgement> {
  return startStoppableThread({
    file: new URL("./grading-worker", import.meta.url),
    timeLimit,
    giveUp: (reason) => ({ equal: null, how: reason }),
  });
}
