import { createRandom } from "../../../../foundation/random.ts";
import type { SmoothingRequest } from "../../../mistake-instructor.ts";

/** How a solver turns back: short, and each fits before any reflection. */
const links = ["Wait,", "Hold on,", "Hmm,", "No,", "Let me check:"] as const;

/** Links the reflection to the wrong step before it, by a phrase that the seed draws. */
export function smooth({ continuation, seed }: SmoothingRequest): string {
  return `${createRandom(seed).pick(links)} ${continuation}`;
}
