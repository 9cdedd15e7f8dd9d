import { CallFailure } from "./call-failure.ts";
import { createConcurrencyControl } from "./concurrency-control.ts";
import { createLearnedPace, type Span } from "./learned-pace.ts";
import type { EndpointLimits } from "./limits.ts";
import { createPacer } from "./pacer.ts";

/** A call under way, as the traffic counts it. */
export interface Passage {
  readonly tokens: number;
  readonly spans: readonly Span[];
  /** Which burst of overload it began before. */
  readonly burst: number;
  readonly startedAt: number;
}

/** What an endpoint bears, and how much of it is used. */
export interface Traffic {
  hasRoom(): boolean;
  /** The moment from which the next call may begin. */
  readyAt(): number;
  onStart(tokens: number, now: number): Passage;
  onAnswered(passage: Passage, usedTokens: number, now: number): void;
  onFailure(passage: Passage, error: unknown, now: number): void;
}

const initialConcurrency = 8;
const usualPause = 2000;
const longestPause = 60_000;

export function createTraffic(limits: EndpointLimits): Traffic {
  const concurrency = createConcurrencyControl({
    initial: initialConcurrency,
    maximum: limits.concurrency,
  });
  const pace = createLearnedPace();
  const requests = createPacer((moment) =>
    Math.min(pace.perMinute(moment), limits.requestsPerMinute ?? Number.POSITIVE_INFINITY),
  );
  const tokens = createPacer(() => limits.tokensPerMinute ?? Number.POSITIVE_INFINITY);

  let inFlight = 0;
  /** When the latest of the calls began that were answered. */
  let answeredSince = Number.NEGATIVE_INFINITY;
  let pausedUntil = Number.NEGATIVE_INFINITY;
  let burst = 0;
  /**
   * After a pause that may not have helped one call goes first, and the others once it is answered. One that says nothing
   * for as long as the pause was is followed by another: it may hang.
   */
  let isScouting = false;
  let nextScoutAt = Number.NEGATIVE_INFINITY;
  let pauseLength = usualPause;
  let refusalsInARow = 0;

  /** Leaves the endpoint alone for a while: as long as it asks, and longer each time that this did not help. */
  const pause = (retryAfter: number | undefined, moment: number) => {
    const backOff = Math.min(usualPause * 2 ** refusalsInARow, longestPause);
    pauseLength = refusalsInARow === 0 ? (retryAfter ?? backOff) : Math.max(retryAfter ?? 0, backOff);
    pausedUntil = moment + pauseLength;
    refusalsInARow += 1;
    if (retryAfter === undefined || refusalsInARow > 1) isScouting = true;
    if (retryAfter !== undefined) pace.onPause(pausedUntil);
  };

  return {
    hasRoom: () => inFlight < concurrency.limit(),
    readyAt: () => Math.max(pausedUntil, nextScoutAt, requests.readyAt(), tokens.readyAt()),
    onStart(estimate, moment) {
      inFlight += 1;
      if (isScouting) nextScoutAt = moment + pauseLength;
      requests.spend(1, moment);
      tokens.spend(estimate, moment);
      return { tokens: estimate, spans: pace.onStart(moment), burst, startedAt: moment };
    },
    onAnswered(passage, usedTokens, moment) {
      const wasFull = inFlight >= concurrency.limit();
      inFlight -= 1;
      answeredSince = Math.max(answeredSince, passage.startedAt);
      if (passage.burst === burst) {
        isScouting = false;
        nextScoutAt = Number.NEGATIVE_INFINITY;
        refusalsInARow = 0;
      }
      tokens.spend(usedTokens - passage.tokens, moment);
      concurrency.onSuccess(moment, wasFull);
    },
    onFailure(passage, error, moment) {
      inFlight -= 1;
      nextScoutAt = Number.NEGATIVE_INFINITY;
      if (CallFailure.isInstance(error) && error.kind === "refused") pace.onRefused(passage.spans);
      // Calls that began later were answered: this one was lost, and there was no load to speak of.
      if (CallFailure.isInstance(error) && error.kind === "timed-out" && answeredSince > passage.startedAt)
        return;
      // What was under way when the first of a burst failed tells nothing new.
      if (!CallFailure.isInstance(error) || error.kind === "failed" || passage.burst !== burst) return;
      burst += 1;
      // A refusal that says when to come back speaks of a rate, which the pace learns; any other speaks of load.
      const isOverload = error.retryAfterMilliseconds === undefined;
      if (isOverload && refusalsInARow === 0) concurrency.onOverload(moment);
      if (error.kind !== "timed-out") pause(error.retryAfterMilliseconds, moment);
    },
  };
}
