/** Learns how many calls a minute an endpoint allows that says how long to wait once they are used up. */
export interface LearnedPace {
  /** Calls a minute; `Infinity` until the endpoint has refused one. */
  perMinute(now: number): number;
  /** Notes a call that begins. It counts as accepted unless `onRefused` takes it back. */
  onStart(now: number): readonly Span[];
  onRefused(startedIn: readonly Span[]): void;
  /** The endpoint has begun to refuse calls, and is left alone until `until`. */
  onPause(until: number): void;
}

/** The calls that were accepted in a stretch of time. */
export interface Span {
  began: number;
  accepted: number;
}

/** Just after a refusal the pace is so much of what the endpoint allowed. */
const share = 0.99;
/** Milliseconds until the pace is back at what the endpoint allowed: longer when that was found the same before. */
const shortestPlateau = 4000;
const longestPlateau = 30_000;
const sameWithin = 0.1;
/** Fewer accepted calls say nothing about a pace. */
const fewestAccepted = 5;
/** Servers round the wait up to whole seconds: so many milliseconds too much, on the average. */
const roundedUp = 500;
const recently = 10_000;

/**
 * The pace is what was accepted between the end of one wait and the end of the next: exact for fixed windows, sliding
 * windows and token buckets alike. Where little was asked in that time, what was accepted in the last seconds says more.
 *
 * After a refusal the pace approaches that ceiling, stays near it for a while, and then probes above it ever faster: the
 * cubic growth of TCP CUBIC (RFC 9438, section 4.2).
 */
export function createLearnedPace(): LearnedPace {
  let whole: Span | null = null;
  let recent: Span[] = [];
  let lessons: Lesson[] = [];
  let plateau = shortestPlateau;

  /** The newest lesson that says something. Later waits were too short, and belong to it. */
  const learnt = (): Lesson | undefined => {
    const lesson = lessons.findLast(({ spans }) => spans[0]!.accepted >= fewestAccepted);
    return lesson && { ...lesson, until: lessons.at(-1)!.until };
  };
  /** Overlapping spans, of which the older one is at least `recently` long once there has been so much time. */
  const renewRecent = (now: number) => {
    if (recent.length === 0 || now - recent.at(-1)!.began > recently) {
      recent = [...recent.slice(-1), { began: now, accepted: 0 }];
    }
  };

  return {
    perMinute(now) {
      const lesson = learnt();
      if (!lesson) return Number.POSITIVE_INFINITY;
      const growth = 1 + (1 - share) * ((now - lesson.until) / plateau - 1) ** 3;
      return ceilingOf(lesson) * Math.max(share, growth);
    },
    onStart(now) {
      whole ??= { began: now, accepted: 0 };
      renewRecent(now);
      const spans = [whole, ...recent];
      for (const span of spans) span.accepted += 1;
      return spans;
    },
    onRefused(startedIn) {
      for (const span of startedIn) span.accepted -= 1;
    },
    onPause(until) {
      const before = learnt();
      const lesson = { spans: whole ? [whole, ...recent] : [nothing], until };
      const isSame = before && Math.abs(ceilingOf(lesson) / ceilingOf(before) - 1) <= sameWithin;
      plateau = isSame ? Math.min(2 * plateau, longestPlateau) : shortestPlateau;
      lessons = [...(before ? [before] : []), lesson];
      whole = null;
      recent = [];
    },
  };
}

/** What an endpoint accepted until it refused a call: the whole of it first. Refusals that come later still count. */
interface Lesson {
  spans: readonly Span[];
  until: number;
}
const nothing: Span = { began: 0, accepted: 0 };

/** Calls a minute. */
function ceilingOf({ spans, until }: Lesson): number {
  return Math.max(...spans.map(({ began, accepted }) => (accepted / (until - roundedUp - began)) * 60_000));
}
