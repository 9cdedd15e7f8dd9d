import { createRandom } from "../../../foundation/random.ts";
import type { ProblemDraft, SynthesisRequest } from "../../instructor.ts";
import { sourcesOf } from "./sources.ts";
import { pickWeighted } from "./weighted.ts";

/** Retellings that fail (no reading in the setting drawn, no plausible numbers) before fewer drafts are returned. */
const attemptsPerDraft = 8;

/**
 * Writes new problems from the bad cases shown, each drawn at random: a word problem of the same skill where the
 * generator has one, otherwise the chain of operations of the reference solution told as another story.
 *
 * Equal requests give equal drafts. There are fewer than asked for where few chains could be read or told.
 */
export function synthesize(request: SynthesisRequest): ProblemDraft[] {
  const random = createRandom(request.seed);
  const sources = sourcesOf(request.badCases);
  const drafts: ProblemDraft[] = [];
  if (sources.length === 0) return drafts;
  for (let attempt = 0; attempt < request.count * attemptsPerDraft; attempt++) {
    if (drafts.length === request.count) break;
    const draft = pickWeighted(random, sources).write(random);
    if (draft) drafts.push(draft);
  }
  return drafts;
}
