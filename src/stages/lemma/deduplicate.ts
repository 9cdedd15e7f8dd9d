import type { Correction, DroppedCorrection } from "../../domain/correction.ts";
import { rougeL } from "../novelty/index.ts";

/** Corrections that are kept, and the others with their reasons. */
export interface Sifted {
  kept: Correction[];
  dropped: DroppedCorrection[];
}

/**
 * Drops what equals, or nearly equals, an earlier correction of the same problem and kind: above `threshold` by the
 * Rouge-L F-measure of the whole sequences.
 */
export function deduplicate(corrections: readonly Correction[], threshold: number): Sifted {
  const keptByProblem = new Map<string, Correction[]>();
  const sifted: Sifted = { kept: [], dropped: [] };
  for (const correction of corrections) {
    const group = `${correction.problemId} ${correction.kind}`;
    const earlier = keptByProblem.get(group) ?? [];
    const repetition = repetitionOf(correction, earlier, threshold);
    if (repetition) {
      sifted.dropped.push(repetition);
      continue;
    }
    sifted.kept.push(correction);
    keptByProblem.set(group, [...earlier, correction]);
  }
  return sifted;
}

function repetitionOf(
  correction: Correction,
  earlier: readonly Correction[],
  threshold: number,
): DroppedCorrection | null {
  const text = sequenceOf(correction);
  for (const other of earlier) {
    const isEqual = sequenceOf(other) === text;
    if (!isEqual && rougeL(sequenceOf(other), text) <= threshold) continue;
    const reason = isEqual ? "equal to another" : "nearly equal to another";
    return { correctionId: correction.id, reason, detail: `to ${other.id}` };
  }
  return null;
}

/** The wrong beginning, the reflection and the right steps: what is trained on. */
export const sequenceOf = ({ prefix, continuation }: Pick<Correction, "prefix" | "continuation">): string =>
  prefix + continuation;
