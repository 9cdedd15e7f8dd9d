import type { Generation, GenerationRequest } from "../models/language-model.ts";
import type { ModelUsage } from "../models/prices/index.ts";
import type { ArtifactName, Artifacts, StageResult } from "../stages/stage.ts";

/** An item of a step as it is stored once it has ended; one that got no answer has failed until the next run. */
export interface StoredItem {
  id: string;
  /** Content key of everything that determined it. */
  key: string;
  state: "done" | "failed" | "unanswered";
  /** Set when done. */
  output?: unknown;
  /** Set when not done. */
  reason?: string;
}

/** A step as it is stored. */
export interface StoredStep {
  id: string;
  line: string;
  iteration: number;
  stage: string;
  key: string;
  state: "running" | "done";
  /** Items since the step was last begun; `counts` has the last word once the step is done. */
  items: { total: number; done: number; failed: number };
  /** Items that failed because they got no answer. */
  unanswered: number;
  counts: Pick<StageResult, "in" | "done" | "notDone" | "remarks"> | null;
  /** How long was worked on what is stored, over all processes. */
  seconds: number;
  /** Responses that no step before this one asked for, and their tokens. */
  calls: { count: number; inputTokens: number; outputTokens: number };
}

/** What the calls of one model for one step took, over all processes; each response is counted once. */
export interface StepUsage extends ModelUsage {
  step: string;
  /** Responses whose tokens are estimated. */
  estimatedCalls: number;
}

/** A step that a run is going to make, under the key of everything that determines it. */
export type PlannedStep = Pick<StoredStep, "id" | "line" | "iteration" | "stage" | "key">;

/** How a step ended, beside its result. */
export interface StepEnd {
  /** Items that are not among these are forgotten: they belong to an earlier configuration. */
  itemIds: ReadonlySet<string>;
  /** Worked on the step since it last stored anything. */
  seconds: number;
  /** Steps made from this one: forgotten, but for their items, where it leaves other artifacts than before. */
  madeFrom: readonly string[];
}

/**
 * Where a run keeps everything.
 *
 * Adapters promise: a returned promise resolves once its row would survive the death of the process; `finishStep`
 * stores a step's artifacts, counts and state together or not at all; rows come back in the order they were given.
 */
export interface RunStore {
  response(key: string): Generation | undefined;
  putResponse(
    key: string,
    step: string,
    model: string,
    request: GenerationRequest,
    response: Generation,
  ): Promise<void>;
  /** Counts a response for `step` from now on, where that stands before the step that it was counted for. */
  creditResponse(key: string, step: string): void;
  /** What every model was used for, also by steps that are no longer in the plan, by step and model. */
  usage(): StepUsage[];

  /**
   * Makes `steps` the plan. A step that is stored under another key is forgotten, but its items stay, to be used again
   * where their own keys still hold; of a step that is not in the plan nothing stays but the responses.
   */
  adoptPlan(steps: readonly PlannedStep[]): void;
  /** A step that was begun. */
  step(id: string): StoredStep | undefined;
  /** Every step that was begun, in the order of the plan. */
  steps(): StoredStep[];
  /** Begins a step of the plan, or begins it again: it counts its items from zero. */
  beginStep(id: string): void;
  /** Stores the result of a step. */
  finishStep(id: string, result: StageResult, end: StepEnd): void;

  /** Items of a step, by id. */
  items(step: string): StoredItem[];
  /** Stores an item; `seconds` were worked on the step since it last stored anything. */
  putItem(step: string, item: StoredItem, seconds: number): Promise<void>;
  /** Announces items of a begun step, some of them done already, so that what is pending can be told after a crash. */
  expectItems(step: string, items: { total: number; done: number }): void;

  artifacts<Name extends ArtifactName>(step: string, name: Name): Artifacts[Name][];

  /** Waits until everything handed over is stored. */
  flush(): Promise<void>;
  close(): void;
}
