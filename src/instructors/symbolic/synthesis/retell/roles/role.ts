import type { Calculation } from "../../chain/calculation.ts";
import type { HoldingSlot, Story, Told } from "../story.ts";

/** One calculation of the chain that is to be told, with its place among the others. */
export interface Task {
  readonly calculation: Calculation;
  readonly index: number;
  readonly slot: HoldingSlot;
}

/** One typed reading of a calculation; null where the calculation or its place does not allow it. */
export type Role = (story: Story, task: Task) => Told | null;
