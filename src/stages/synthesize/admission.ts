import type {
  DroppedProblem,
  DropReason,
  SyntheticOrigin,
  SyntheticProblem,
} from "../../domain/synthetic-problem.ts";
import type { ProblemDraft } from "../../instructors/instructor.ts";
import { createNoveltyIndex } from "../novelty/index.ts";
import type { TypeProgress } from "./calls.ts";
import { acceptAsWritten, verifyByRecomputation } from "./verify.ts";

export interface AdmissionSettings {
  /** A draft whose Rouge-L F-measure to any known problem is above this is not novel (papers: 0.7). */
  noveltyThreshold: number;
  verify: "recompute" | "none";
}

/** Decides over drafts, one after the other, and remembers what it kept. */
export interface Admission {
  /** Keeps the draft for its type, or says why not. */
  judge(
    draft: ProblemDraft,
    progress: TypeProgress,
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
  const verify = settings.verify === "recompute" ? verifyByRecomputation : acceptAsWritten;

  return {
    judge(draft, progress, origin) {
      const drop = (reason: DropReason, detail: string): DroppedProblem => ({
        question: draft.question,
        solution: draft.solution,
        origin,
        reason,
        detail,
      });
      if (progress.kept.length >= progress.quota)
        return drop("quota-reached", `${progress.quota} kept already`);
      const known = poolIndex.nearest(draft.question);
      if (known) return drop("not-novel-in-pool", `Rouge-L ${known.score.toFixed(3)} to ${known.id}`);
      const verification = verify(draft);
      if ("reason" in verification) return drop(verification.reason, verification.detail);
      const twin = keptIndex.nearest(draft.question);
      if (twin) return drop("not-novel-among-kept", `Rouge-L ${twin.score.toFixed(3)} to ${twin.id}`);

      const id = `synthetic-${origin.iteration}-${origin.errorTypeId}-${origin.call}-${origin.item}`;
      keptIndex.add(id, draft.question);
      return {
        id,
        question: draft.question,
        solution: draft.solution,
        answer: verification.answer,
        ...(draft.skill === undefined ? {} : { skill: draft.skill }),
        origin,
      };
    },
  };
}
