import type { DroppedProblem, SyntheticOrigin } from "../../domain/synthetic-problem.ts";
import type { ProblemDraft } from "../../instructors/instructor.ts";
import type { Outcome, StageContext } from "../stage.ts";
import { type Admission, type AdmissionSettings, draftId, isKept } from "./admission.ts";
import { itemOfCall, type Topic, type WritingCall } from "./topic.ts";
import type { Verification } from "./verify.ts";
import { voteOn } from "./votes.ts";

/** What a round left beside the problems it kept. */
export interface Round {
  dropped: DroppedProblem[];
  /** Why calls failed, one reason a call. */
  failedCalls: string[];
}

export type RoundSettings = Pick<AdmissionSettings, "verify"> & { votes: number };

/** A draft that waits for its judgement. */
interface Candidate {
  draft: ProblemDraft;
  topic: Topic;
  origin: SyntheticOrigin;
  /** What was found out about it so far. */
  verification: Verification;
}

/** Makes the calls at once, then judges their drafts in the order (topic, call, item), whatever came back first. */
export async function workRound(
  context: StageContext,
  calls: readonly WritingCall[],
  admission: Admission,
  settings: RoundSettings,
): Promise<Round> {
  const { instructor } = context.services;
  const outcomes = await context.each(calls.map(itemOfCall), instructor.concurrency, async (call) => ({
    drafts: await call.write(instructor, context.signal),
  }));
  for (const { topic } of calls) topic.calls += 1;

  const candidates = calls.flatMap((call, index) =>
    candidatesOf(call, outcomes[index]!, context.iteration, admission),
  );
  const dropped =
    settings.verify === "votes"
      ? await admitByVotes(context, candidates, admission, settings.votes)
      : admitAll(candidates, admission);
  const failedCalls = outcomes.flatMap((outcome) => (outcome.state === "failed" ? [outcome.reason] : []));
  return { dropped, failedCalls };
}

function candidatesOf(
  { topic, call, seeds }: WritingCall,
  outcome: Outcome<{ drafts: ProblemDraft[] }>,
  iteration: number,
  admission: Admission,
): Candidate[] {
  const drafts = outcome.state === "done" ? outcome.output.drafts : [];
  return drafts.map((draft, item) => ({
    draft,
    topic,
    origin: { iteration, errorTypeId: topic.id, call, item, seeds },
    verification: admission.examine(draft),
  }));
}

/** Keeps what can be kept, in order, and returns what was dropped. */
function admitAll(candidates: readonly Candidate[], admission: Admission): DroppedProblem[] {
  const dropped: DroppedProblem[] = [];
  for (const { draft, verification, topic, origin } of candidates) {
    const judged = admission.admit(draft, verification, topic, origin);
    if (isKept(judged)) topic.kept.push(judged);
    else dropped.push(judged);
  }
  return dropped;
}

/**
 * Votes cost money: no draft is voted on that is refused already, and of each topic no more at a time than its quota
 * lacks, so that the order is (topic, call, item) among those that wait for the same vote.
 */
async function admitByVotes(
  context: StageContext,
  candidates: readonly Candidate[],
  admission: Admission,
  votes: number,
): Promise<DroppedProblem[]> {
  const dropped: DroppedProblem[] = [];
  for (let waiting = candidates; waiting.length > 0; ) {
    const { now, later } = takeMissing(waiting);
    const voted = now.filter(
      ({ draft, topic, verification }) =>
        "answer" in verification && topic.kept.length < topic.quota && !admission.hasTwin(draft),
    );
    const verifications = await voteOn(
      context,
      voted.map(({ draft, origin, verification }) => ({
        id: draftId(origin),
        draft,
        answer: (verification as { answer: string }).answer,
      })),
      votes,
    );
    const verified = new Map(voted.map((candidate, index) => [candidate, verifications[index]!]));
    dropped.push(
      ...admitAll(
        now.map((candidate) => ({
          ...candidate,
          verification: verified.get(candidate) ?? candidate.verification,
        })),
        admission,
      ),
    );
    waiting = later;
  }
  return dropped;
}

/** The first drafts of every topic, as many as its quota lacks; all of a topic that lacks none. */
function takeMissing(waiting: readonly Candidate[]): { now: Candidate[]; later: Candidate[] } {
  const taken = new Map<Topic, number>();
  const { now = [], later = [] } = Object.groupBy(waiting, ({ topic, verification }) => {
    const missing = topic.quota - topic.kept.length;
    const before = taken.get(topic) ?? 0;
    if (missing > 0 && before >= missing) return "later";
    if ("answer" in verification) taken.set(topic, before + 1);
    return "now";
  });
  return { now, later };
}
