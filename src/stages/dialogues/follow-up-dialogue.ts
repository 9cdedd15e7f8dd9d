import type { Dialogue, DialogueRound } from "../../domain/dialogue.ts";
import type { BenchmarkProblem } from "../../domain/evaluation.ts";
import { UnusableAnswerError } from "../../foundation/errors.ts";
import type { Grader } from "../../graders/grader.ts";
import type { Instructor, ProblemDraft } from "../../instructors/instructor.ts";
import { requireEnding } from "../lemma/mistake-work.ts";
import { refuteByRecomputation } from "../synthesize/verify.ts";

/** MathChat asks two questions after the first. */
export const followUpsAsked = 2;

/**
 * A problem and two questions that build on it, of which the instructor's solutions are recomputed.
 *
 * @throws UnusableAnswerError where a question or its solution is of no use
 */
export async function followUpDialogue(
  { instructor, grader }: { instructor: Pick<Instructor, "followUps">; grader: Grader },
  problem: BenchmarkProblem,
  seed: string,
  signal: AbortSignal,
): Promise<Dialogue> {
  const { benchmark, id: problemId, question, solution, answer, choices } = problem;
  const drafts = (await instructor.followUps?.({ problem, seed }, signal)) ?? [];
  if (drafts.length < followUpsAsked)
    throw new UnusableAnswerError("there are fewer than two further questions");
  const rounds: DialogueRound[] = [{ question, solution, answer, ...(choices ? { choices } : {}) }];
  for (const draft of drafts.slice(0, followUpsAsked)) rounds.push(nextRound(draft, rounds.at(-1)!, grader));
  return { kind: "follow-up", benchmark, problemId, rounds };
}

/** A question whose answer is that of the round before could be answered by saying it again. */
function nextRound(draft: ProblemDraft, before: DialogueRound, grader: Grader): DialogueRound {
  const verified = refuteByRecomputation(draft);
  if ("reason" in verified)
    throw new UnusableAnswerError(`its solution is refused: ${verified.reason}\n${verified.detail}`);
  const { question, solution } = draft;
  const round = { question, solution, answer: verified.answer };
  requireEnding(grader, "right", solution, round);
  requireEnding(grader, "wrong", solution, before);
  return round;
}
