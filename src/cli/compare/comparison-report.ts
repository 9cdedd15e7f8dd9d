import type { ScoreName } from "../../domain/evaluation.ts";
import type { ModelComparison, Pair } from "./compare-models.ts";

/** What a comparison found, and of what. */
export interface ComparisonReport {
  /** The models as screens name them. */
  a: string;
  b: string;
  comparison: ModelComparison;
  warnings: readonly string[];
  /** Problems that one of them alone got right by `score`, of which `most` are told; null where none are wanted. */
  lists: { score: ScoreName; most: number; onlyA: Pair[]; onlyB: Pair[] } | null;
}
