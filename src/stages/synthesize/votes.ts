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

/** How many solutions are asked for of one draft, and which share of drafts is believed, where each agrees as often as this. */
export function forecastVotes(votes: number, agreement: number): { calls: number; accepted: number } {
  const from = (agreeing: number, others: number): { calls: number; accepted: number } => {
    const decisive = decisiveVotes(votes, agreeing, others);
    if (decisive === 0) return { calls: 0, accepted: agreeing > others ? 1 : 0 };
    const sum = { calls: decisive, accepted: 0 };
    for (let more = 0; more <= decisive; more++) {
      const chance = binomial(decisive, more) * agreement ** more * (1 - agreement) ** (decisive - more);
      const after = from(agreeing + more, others + decisive - more);
      sum.calls += chance * after.calls;
      sum.accepted += chance * after.accepted;
    }
    return sum;
  };
  return from(0, 0);
}

function binomial(n: number, k: number): number {
  return k === 0 ? 1 : (binomial(n, k - 1) * (n - k + 1)) / k;
}

/** The fewest further votes that can decide; 0 once it is decided. */
function decisiveVotes(votes: number, agreeing: number, others: number): number {
  const majority = Math.floor(votes / 2) + 1;
  return Math.max(0, Math.min(majority - agreeing, votes - majority + 1 - others));
}

async function castVotes(context: StageContext, voted: VotedDraft, votes: number): Promise<Ballot> {
  const others: string[] = [];
  let agreeing = 0;
  for (;;) {
    const decisive = decisiveVotes(votes, agreeing, others.length);
    if (decisive === 0) return { agreeing, others };
    const first = agreeing + others.length;
    const cast = await Promise.all(
      Array.from({ length: decisive }, (_, offset) => castVote(context, voted, first + offset)),
    );
    for (const vote of cast) {
      if (vote.agrees) agreeing += 1;
      else others.push(vote.answer);
    }
  }
}

async function castVote(
  { services: { instructor, grader }, seed, signal }: StageContext,
  { id, draft, answer }: VotedDraft,
  vote: number,
): Promise<{ agrees: boolean; answer: string }> {
  try {
    const request = { question: draft.question, like: draft.solution, seed: `${seed}/${id}/vote-${vote}` };
    // The instructor's port refuses what was cut or not answered: a solution that comes back has ended by itself.
    const solution = await instructor.solve!(request, signal);
    const { verdict, prediction } = grader.grade(solution, answer, { finishReason: "stop" });
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
