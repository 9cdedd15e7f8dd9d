import type {
  DroppedProblem,
  DropReason,
  SyntheticOrigin,
  SyntheticProblem,
} from "../../domain/synthetic-problem.ts";
import type { ProblemDraft } from "../../instructors/instructor.ts";
import { createNoveltyIndex } from "../novelty/index.ts";
import type { Topic } from "./topic.ts";
import {
  acceptAsWritten,
  refuteByRecomputation,
  type Verification,
  verifyByRecomputation,
} from "./verify.ts";

/** `votes` refuses for free what it can, and asks independent solutions about the rest. */
export const verifications = {
  recompute: verifyByRecomputation,
  votes: refuteByRecomputation,
  none: acceptAsWritten,
} as const;

export type Verify = keyof typeof verifications;

export interface AdmissionSettings {
  /** A draft whose Rouge-L F-measure to any known problem is above this is not novel (papers: 0.7). */
  noveltyThreshold: number;
  verify: Verify;
}

/** Decides over drafts, one after the other, and remembers what it kept. */
export interface Admission {
  /** What a draft by itself says, for free: whether it is novel in the fixed pool, and what its own text proves. */
  examine(draft: ProblemDraft): Verification;
  /** Whether a draft is too like a problem that is kept already. */
  hasTwin(draft: ProblemDraft): boolean;
  /** Keeps a draft that was examined, and perhaps voted on, for its topic, or says why not. */
  admit(
    draft: ProblemDraft,
    verification: Verification,
    topic: Topic,
    origin: SyntheticOrigin,
  ): SyntheticProblem | DroppedProblem;
}

export const isKept = (judged: SyntheticProblem | DroppedProblem): judged is SyntheticProblem =>
  "answer" in judged;

/**
 * Novelty against the fixed pool comes first because it is free, verification next, and novelty against what was
 * kept last, because that depends on the order of the drafts.
 */
export function createAdmission(
  pool: readonly { id: string; question: string }[],
  keptEarlier: readonly SyntheticProblem[],
  settings: AdmissionSettings,
): Admission {
  const poolIndex = createNoveltyIndex({ threshold: settings.noveltyThreshold });
  const keptIndex = createNoveltyIndex({ threshold: settings.noveltyThreshold });
  for (const { id, question } of pool) poolIndex.add(id, question);
  for (const { id, question } of keptEarlier) keptIndex.add(id, question);

  return {
    examine(draft) {
      const known = poolIndex.nearest(draft.question);
      return known
        ? { reason: "not-novel-in-pool", detail: `Rouge-L ${known.score.toFixed(3)} to ${known.id}` }
        : verifications[settings.verify](draft);
    },
    hasTwin: ({ question }) => keptIndex.nearest(question) !== null,
    admit(draft, verification, topic, origin) {
      const { question, solution, skill } = draft;
      const drop = (reason: DropReason, detail: string): DroppedProblem => ({
        question,
        solution,
        origin,
        reason,
        detail,
      });
      if (topic.kept.length >= topic.quota) return drop("quota-reached", `${topic.quota} kept already`);
      if ("reason" in verification) return drop(verification.reason, verification.detail);
      const twin = keptIndex.nearest(question);
      if (twin) return drop("not-novel-among-kept", `Rouge-L ${twin.score.toFixed(3)} to ${twin.id}`);

      const id = draftId(origin);
      keptIndex.add(id, question);
      return {
        id,
        question,
        solution,
        answer: verification.answer,
        ...(skill === undefined ? {} : { skill }),
        origin,
      };
    },
  };
}

/** The id that a draft has once it is kept. */
export function draftId({ iteration, errorTypeId, call, item }: SyntheticOrigin): string {
  return `synthetic-${iteration}-${errorTypeId}-${call}-${item}`;
}
