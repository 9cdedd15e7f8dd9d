import { createThroughputMeter } from "./throughput-meter.ts";

/** Finds how many calls an endpoint takes at once. */
export interface ConcurrencyControl {
  limit(): number;
  /** `wasFull`: the limit, and nothing else, kept calls waiting. */
  onSuccess(now: number, wasFull: boolean): void;
  /** The endpoint refused calls or let them time out: told once for a burst of them. */
  onOverload(now: number): void;
}

/**
 * - `doubling`: at first, as long as it pays.
 * - `climbing`: back towards the last limit that the endpoint bore, after an overload.
 * - `holding`: at what seems best; then a probe, up and down in turn, and back to holding.
 */
type Phase = "doubling" | "climbing" | "holding" | "probing-up" | "probing-down";

const decrease = 0.75;
const successesPerStep = 25;
/** A doubling that completes less than so many times the calls is the last. */
const worthDoubling = 1.3;
/** A probe is kept where the calls completed grow at least by this part of what the concurrency changed. */
const worthKeeping = { "probing-up": 0.4, "probing-down": 0.1 };
/**
 * By what part a probe changes the concurrency: coarsely at first, then finely, and less finely once an endpoint has
 * refused calls, as it is seldom probed upwards then.
 */
const firstProbe = 0.4;
const finestProbe = { "slows down": 0.05, refuses: 0.1 };
const refinement = 0.7;
/** For how many rounds of calls a limit is held before the next probe: longer each time that probing was in vain. */
const shortestHold = 2;
const longestHold = 32;
/** For how many milliseconds nothing above the limit is tried after an overload: longer each time. */
const shortestRest = 10_000;
const longestRest = 10 * 60_000;

/**
 * Starts at `initial` calls at once and never passes `maximum`.
 *
 * An overload takes a quarter away; every 25 successes give one back, up to the last limit that held, which is then
 * probed by 10 % now and then. An endpoint that does not refuse but slows down is found out by what it completes: more
 * calls at once are kept only where more calls a second come out, and fewer where no fewer do.
 */
export function createConcurrencyControl({
  initial,
  maximum,
}: {
  initial: number;
  maximum: number;
}): ConcurrencyControl {
  let limit = Math.min(initial, maximum);
  let phase: Phase = "doubling";
  /** The limit that is gone back to when a change does not pay, and what it completed per millisecond. */
  let held = limit;
  let reference = 0;
  let ceiling = maximum;
  let successes = 0;
  let hold = shortestHold;
  let probeShare = firstProbe;
  let finest = finestProbe["slows down"];
  let nextProbe: "probing-up" | "probing-down" = "probing-up";
  let upwardsFrom = Number.NEGATIVE_INFINITY;
  let rest = shortestRest;
  const meter = createThroughputMeter();
  meter.restart(limit, 1);

  const moveTo = (nextPhase: Phase, nextLimit: number) => {
    phase = nextPhase;
    limit = Math.max(1, Math.min(nextLimit, maximum));
    successes = 0;
    if (phase === "holding") held = limit;
    meter.restart(limit, rounds());
  };
  const rounds = () => (phase === "holding" ? hold : phase === "doubling" ? 1 : 2);

  const probe = (now: number) => {
    const step = Math.max(1, Math.round(limit * probeShare));
    const direction = now < upwardsFrom ? "probing-down" : nextProbe;
    nextProbe = direction === "probing-up" ? "probing-down" : "probing-up";
    moveTo(direction, direction === "probing-up" ? limit + step : limit - step);
  };

  const endProbe = (direction: "probing-up" | "probing-down", throughput: number) => {
    const change = Math.abs(limit - held) / held;
    const isKept = change > 0 && throughput >= reference * (1 + worthKeeping[direction] * change);
    if (isKept) {
      hold = shortestHold;
      // What helped once may help again.
      nextProbe = direction;
    } else {
      hold = Math.min(2 * hold, longestHold);
      probeShare = Math.max(finest, probeShare * refinement);
    }
    moveTo("holding", isKept ? limit : held);
  };

  const onMeasured = (throughput: number, now: number) => {
    if (phase === "holding") {
      reference = throughput;
      probe(now);
    } else if (phase === "doubling") {
      const gain = reference === 0 ? Number.POSITIVE_INFINITY : throughput / reference;
      if (gain < worthDoubling || limit === maximum) {
        if (gain < 1) nextProbe = "probing-down";
        moveTo("holding", gain < 1 ? held : limit);
      } else {
        reference = throughput;
        held = limit;
        moveTo("doubling", limit * 2);
      }
    } else if (phase !== "climbing") endProbe(phase, throughput);
  };

  return {
    limit: () => limit,
    onSuccess(now, wasFull) {
      if (phase === "climbing") {
        successes += 1;
        if (successes < successesPerStep) return;
        moveTo(limit + 1 >= ceiling ? "holding" : "climbing", Math.min(limit + 1, ceiling));
        return;
      }
      if (!wasFull) {
        meter.restart(limit, rounds());
        return;
      }
      const throughput = meter.onCompletion(now);
      if (throughput !== null) onMeasured(throughput, now);
    },
    onOverload(now) {
      const wasProbing = phase === "probing-up";
      ceiling = Math.max(1, wasProbing ? held : limit - 1);
      upwardsFrom = now + rest;
      rest = Math.min(2 * rest, longestRest);
      finest = finestProbe.refuses;
      probeShare = finest;
      moveTo("climbing", Math.floor(limit * decrease));
    },
  };
}
