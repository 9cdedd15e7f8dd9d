import type { Admissions, Clock } from "../admission/index.ts";
import type { Batching, Variables } from "../ai-sdk/index.ts";
import type { MergeWeights } from "./merged-weights.ts";

/** What serving needs of the run and of the machine. */
export interface ServingSurroundings {
  /** Of the run: models of one endpoint share its limits. */
  admissions: Admissions;
  /** Of the run; needed where the settings ask for batches. */
  batching?: Batching | undefined;
  /** Where keys come from, and what commands see. */
  variables: Variables;
  /** A folder of the run for logs of commands and merged weights; it is made when it is needed. */
  folder: string;
  /** Where commands start: the folder of the configuration. */
  workingFolder: string;
  clock: Clock;
  mergeWeights: MergeWeights;
}
