import type { GenerationRequest } from "./language-model.ts";

/** All text that a model is given with a request, by which its tokens are estimated. */
export function givenText({
  prompt,
  system = "",
  earlier = [],
}: Pick<GenerationRequest, "prompt" | "system" | "earlier">): string {
  return [system, ...earlier.flatMap((round) => [round.prompt, round.answer]), prompt].join("");
}
