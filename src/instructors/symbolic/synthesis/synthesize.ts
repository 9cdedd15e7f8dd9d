import { createRandom } from "../../../foundation/random.ts";
import type { ProblemDraft, SynthesisRequest, VariationRequest } from "../../instructor.ts";
import { type Source, sourceOf, sourcesOf } from "./sources.ts";
import { pickWeighted } from "./weighted.ts";

/** Retellings that fail (no reading in the setting drawn, no plausible numbers) before fewer drafts are returned. */
const attemptsPerDraft = 8;

/**
 * Writes new problems from the bad cases shown, each drawn at random: a word problem of the same skill where the
 * generator has one, otherwise the chain of operations of the reference solution told as another story.
 *
 * Equal requests give equal drafts. There are fewer than asked for where few chains could be read or told.
 */
export function synthesize({ badCases, count, seed }: SynthesisRequest): ProblemDraft[] {
  return writeDrafts(sourcesOf(badCases), count, seed);
}

/**
 * The same from one bad case, or from the problems shown where there is none. What the target solves says nothing more
 * to a writer that keeps the skill, or the operations, of the bad case.
 */
export function vary({ badCase, problems, count, seed }: VariationRequest): ProblemDraft[] {
  const models = badCase ? [badCase.problem] : problems;
  const sources = models.flatMap((problem) => sourceOf(problem) ?? []);
  return writeDrafts(sources, count, seed);
}

function writeDrafts(sources: readonly Source[], count: number, seed: string): ProblemDraft[] {
  const random = createRandom(seed);
  const drafts: ProblemDraft[] = [];
  if (sources.length === 0) return drafts;
  for (let attempt = 0; attempt < count * attemptsPerDraft; attempt++) {
    if (drafts.length === count) break;
    const draft = pickWeighted(random, sources).write(random);
    if (draft) drafts.push(draft);
  }
  return drafts;
}
