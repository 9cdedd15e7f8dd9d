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
export function choose(scored: readonly Scored[], settings: ChoiceSettings): SelectionScore[] {
  const ranked = [...scored].sort(
    (a, b) =>
      b.score - a.score || b.exactMatchBad - a.exactMatchBad || compareHashes(a.problemId, b.problemId),
  );
  const chosen = new Set(
    poolsOf(
      ranked.map(({ errorTypeId }) => errorTypeId),
      settings,
    ).flatMap((pool) => pool.candidates.slice(0, pool.keep)),
  );
  return ranked.map((candidate, index) => ({ ...candidate, rank: index + 1, selected: chosen.has(index) }));
}

/** Candidates that compete with each other. */
export interface Pool {
  /** Their indices, in order. */
  candidates: number[];
  /** How many of them are kept. */
  keep: number;
}

/** Who competes with whom: all of an error type, or all of them. */
export function poolsOf(errorTypeIds: readonly string[], { keep, quota }: ChoiceSettings): Pool[] {
  const budget = keptOf(errorTypeIds.length, keep);
  const all = errorTypeIds.map((_, index) => index);
  if (quota === "none") return [{ candidates: all, keep: budget }];
  const types = [...new Set(errorTypeIds)].sort();
  const members = types.map((type) => all.filter((index) => errorTypeIds[index] === type));
  const quotas = proportionalQuotas(
    budget,
    members.map(({ length }) => length),
  );
  return members.map((candidates, index) => ({ candidates, keep: quotas[index]! }));
}

/** How many candidates are kept, of so many. */
export function keptOf(candidates: number, keep: number): number {
  return Math.min(candidates, Math.max(1, shareOf(candidates, keep)));
}

/** Whole candidates in a share. 29 % of 100 is 29, though its product is 28.999999999999996. */
function shareOf(count: number, share: number): number {
  return Math.floor(Number((count * share).toFixed(6)));
}

function compareHashes(a: string, b: string): number {
  return contentKey(a) < contentKey(b) ? -1 : 1;
}
