import { contentKey } from "../../foundation/content-key.ts";

/** A seed as providers take it: 31 bits out of a text. */
export function numericSeed(seed: string): number {
  return Number.parseInt(contentKey(seed).slice(0, 8), 16) >>> 1;
}
