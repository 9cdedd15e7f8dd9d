import { UnusableAnswerError } from "../../foundation/errors.ts";
import type { ProblemDraft } from "../../instructors/instructor.ts";
import type { Item, Outcome, StageContext } from "../stage.ts";
import type { Verification } from "./verify.ts";

/** A draft whose answer is voted on. */
export interface VotedDraft {
  id: string;
  draft: ProblemDraft;
  /** The answer that its solution states. */
  answer: string;
}

/** What became of the votes on one answer. */
interface Ballot {
  agreeing: number;
  /** What the other solutions answer, or why they do not. */
  others: string[];
}

/**
 * Has the instructor solve every draft anew, without its solution, and believes an answer that more than half of `votes`
 * solutions come to. Solutions are asked for until it is decided: of three, mostly two.
 */
export async function voteOn(
  context: StageContext,
  drafts: readonly VotedDraft[],
  votes: number,
): Promise<Verification[]> {
  const items = drafts.map(
    ({ id, draft, answer }): Item<VotedDraft> => ({
      id: `${id}/votes`,
      key: [draft.question, draft.solution, answer, votes, context.seed],
      input: { id, draft, answer },
    }),
  );
  const outcomes = await context.each(items, context.services.instructor.concurrency, (voted) =>
    castVotes(context, voted, votes),
  );
  return outcomes.map((outcome, index) => verificationOf(outcome, drafts[index]!.answer, votes));
}

async function castVotes(context: StageContext, voted: VotedDraft, votes: number): Promise<Ballot> {
  const majority = Math.floor(votes / 2) + 1;
  const others: string[] = [];
  let agreeing = 0;
  while (agreeing < majority && others.length <= votes - majority) {
    const first = agreeing + others.length;
    const decisive = Math.min(majority - agreeing, votes - majority + 1 - others.length);
    const cast = await Promise.all(
      Array.from({ length: decisive }, (_, offset) => castVote(context, voted, first + offset)),
    );
    for (const vote of cast) {
      if (vote.agrees) agreeing += 1;
      else others.push(vote.answer);
    }
  }
  return { agreeing, others };
}

async function castVote(
  { services: { instructor, grader }, seed, signal }: StageContext,
  { id, draft, answer }: VotedDraft,
  vote: number,
): Promise<{ agrees: boolean; answer: string }> {
  try {
    const request = { question: draft.question, like: draft.solution, seed: `${seed}/${id}/vote-${vote}` };
    const { verdict, prediction } = grader.grade(await instructor.solve!(request, signal), answer);
    return { agrees: verdict === "right", answer: prediction ?? "no answer" };
  } catch (error) {
    // A solution that cannot be used agrees with nothing.
    if (UnusableAnswerError.isInstance(error)) return { agrees: false, answer: "no answer" };
    throw error;
  }
}

function verificationOf(outcome: Outcome<Ballot>, answer: string, votes: number): Verification {
  if (outcome.state === "failed") return { reason: "not-verified", detail: outcome.reason };
  const { agreeing, others } = outcome.output;
  if (agreeing * 2 > votes) return { answer };
  return {
    reason: "answer-disagrees",
    detail: `${agreeing} of ${agreeing + others.length} independent solutions come to ${answer}; the others: ${others.join(", ")}`,
  };
}
