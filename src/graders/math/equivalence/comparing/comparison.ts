import { limits } from "../limits.ts";
import type { Node } from "../syntax/node.ts";
import type { Verdict } from "./verdict.ts";

/** What the comparisons of one verdict share. */
export interface Comparison {
  /** Significant digits from which a decimal may stand for the number that it rounds. */
  readonly roundedDigits: number;
  readonly budget: { operations: number };
  /** Compares two answers of any kind; handed around so that the files of this folder need not import in a circle. */
  readonly compare: (a: Node, b: Node, comparison: Comparison) => Verdict;
}

export const newBudget = () => ({ operations: limits.operations });
