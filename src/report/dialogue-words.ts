import type { RoundOfKind } from "./summary/dialogues.ts";

/** "follow-up, round 2"; "error correction" */
export const roundTitle = ({ kind, round }: RoundOfKind): string =>
  kind === "follow-up" ? `follow-up, round ${round}` : "error correction";
