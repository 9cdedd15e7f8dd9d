import { type Term, termKey, usesOf } from "../../chain/calculation.ts";
import type { Story } from "../story.ts";

/** A calculation that takes a share of a term and serves no other purpose. */
export interface ShareOfWhole {
  readonly share: Term;
  readonly index: number;
}

/** The part of a sum or a difference as a share of the whole it is added to or taken from; null where it is none. */
export function shareOf(story: Story, part: Term, whole: Term): ShareOfWhole | null {
  if (part.kind !== "result" || usesOf(story.graph, part) > 1) return null;
  const calculation = story.graph.calculations[part.calculation]!;
  if (calculation.kind !== "share" || termKey(calculation.operands[1]) !== termKey(whole)) return null;
  return { share: calculation.operands[0], index: part.calculation };
}
