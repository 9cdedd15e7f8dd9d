import { sameTokens, type TokenPrompt } from "./batch-layout.ts";

/**
 * Rows that are decoded together. From 8 to 64 of them, the pupil takes about the same time for each: more rows use the
 * matrix kernels better and the processor's caches worse.
 */
export const rowsPerBatch = 16;

/** So many prompts with one context are worth a batch of their own, in which it is read once. */
const smallestSharedBatch = 4;

/**
 * Chooses the requests of the next batch: the oldest one and those that go best with it. Which ones they are changes
 * the speed and no output.
 *
 * @param waiting oldest first, at least one
 * @param limit most rows, at least 1
 */
export function formBatch<Request extends TokenPrompt>(
  waiting: readonly Request[],
  limit: number = rowsPerBatch,
): Request[] {
  const oldest = waiting[0] as Request;
  const companions = waiting.filter(({ context }) => sameTokens(context, oldest.context));
  const isShared = oldest.context.length === 0 || companions.length >= smallestSharedBatch;
  const candidates = isShared ? companions : waiting.filter(({ context }) => context.length > 0);
  return nearestInLength(candidates, oldest, limit);
}

/** Shortest first: rows of about one length are read together and waste least on padding. Keeps the oldest. */
function nearestInLength<Request extends TokenPrompt>(
  candidates: readonly Request[],
  oldest: Request,
  limit: number,
): Request[] {
  const byLength = candidates.toSorted((a, b) => lengthOf(a) - lengthOf(b));
  const start = byLength.indexOf(oldest) - Math.floor(limit / 2);
  const from = Math.max(0, Math.min(start, byLength.length - limit));
  return byLength.slice(from, from + limit);
}

const lengthOf = ({ context, prompt }: TokenPrompt): number => context.length + prompt.length;
