import type { SelectionScore } from "../../domain/selection-score.ts";
import { contentKey } from "../../foundation/content-key.ts";
import { proportionalQuotas } from "../synthesize/quotas.ts";
import type { Scored } from "./scores.ts";

export interface ChoiceSettings {
  /** Share of the candidates to keep; at least one is kept. */
  keep: number;
  /** `per-type`: the share is kept of every error type; `none`: of all together, as in the authors' code. */
  quota: "per-type" | "none";
}

/**
 * Ranks candidates by score and marks those to keep. Ties go to the candidate that solves more bad cases, then by a
 * hash of the id, so that no accident of order decides (papers' section 1.6: huge ties, order arbitrary).
 */
export function choose(scored: readonly Scored[], { keep, quota }: ChoiceSettings): SelectionScore[] {
  const ranked = [...scored].sort(
    (a, b) =>
      b.score - a.score || b.exactMatchBad - a.exactMatchBad || compareHashes(a.problemId, b.problemId),
  );
  const budget = keptOf(ranked.length, keep);
  const remaining = quota === "per-type" ? quotasByType(ranked, budget) : null;
  let left = budget;

  return ranked.map((candidate, index) => {
    const typeLeft = remaining?.get(candidate.errorTypeId) ?? left;
    const selected = left > 0 && typeLeft > 0;
    if (selected) {
      left -= 1;
      remaining?.set(candidate.errorTypeId, typeLeft - 1);
    }
    return { ...candidate, rank: index + 1, selected };
  });
}

/** How many candidates are kept, of so many. */
export function keptOf(candidates: number, keep: number): number {
  return Math.min(candidates, Math.max(1, shareOf(candidates, keep)));
}

/** Whole candidates in a share. 29 % of 100 is 29, though its product is 28.999999999999996. */
function shareOf(count: number, share: number): number {
  return Math.floor(Number((count * share).toFixed(6)));
}

function quotasByType(ranked: readonly Scored[], budget: number): Map<string, number> {
  const sizes = new Map<string, number>();
  for (const { errorTypeId } of ranked) sizes.set(errorTypeId, (sizes.get(errorTypeId) ?? 0) + 1);
  const types = [...sizes.keys()].sort();
  const quotas = proportionalQuotas(
    budget,
    types.map((type) => sizes.get(type)!),
  );
  return new Map(types.map((type, index) => [type, quotas[index]!]));
}

function compareHashes(a: string, b: string): number {
  return contentKey(a) < contentKey(b) ? -1 : 1;
}
