/**
 * - `window`: 1,200 calls a minute: 400 in every 20 seconds, whenever they come.
 * - `bucket`: 20 calls a second, of which it saves up a second's.
 * - `slowing`: answers 24 calls at once within 100 ms; with more at once it answers fewer a second.
 */
export const serverKinds = ["window", "bucket", "slowing"] as const;
export type ServerKind = (typeof serverKinds)[number];

/** What a server saw in the time that was measured. */
export interface ServerFigures {
  answered: number;
  possible: number;
  answeredOnceSettled: number;
  refused: number;
  refusedOnceSettled: number;
}
