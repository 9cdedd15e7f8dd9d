import type { ConfigInput } from "../schema.ts";

/** A part of a configuration under a name: a model as a paper used it, with all that belongs to it. */
export interface Preset {
  /** What it is and where its figures are from. */
  readonly description: string;
  readonly config: Partial<ConfigInput>;
}
