import { createThroughputMeter } from "./throughput-meter.ts";

/** Finds how many calls an endpoint takes at once. */
export interface ConcurrencyControl {
  limit(): number;
  /** `wasFull`: the limit, and nothing else, kept calls waiting. */
  onSuccess(now: number, wasFull: boolean): void;
  /** The endpoint refused calls or let them time out: told once for a burst of them. */
  onOverload(): void;
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
const worthDoubling = 1.2;
const probeShare = 0.1;
/** A probe upwards is kept where the calls completed grow at least by this part of what the concurrency grew. */
const worthKeeping = 0.4;
const shortestHold = 4;
const longestHold = 64;

/**
 * Starts at `initial` calls at once and never passes `maximum`.
 *
 * An overload takes a quarter away; every 25 successes give one back, up to the last limit that held, which is then
 * probed by 10 % now and then. An endpoint that does not refuse but slows down is found out by what it completes: more
 * calls at once are kept only where more calls a second come out.
 */
export function createConcurrencyControl(options: { initial: number; maximum: number }): ConcurrencyControl {
  const { maximum } = options;
  let limit = Math.min(options.initial, maximum);
  let phase: Phase = "doubling";
  let held = limit;
  let ceiling = maximum;
  let successes = 0;
  /** Calls completed per millisecond at the limit before this one. */
  let reference = 0;
  let measured: number[] = [];
  let hold = shortestHold;
  let nextProbe: "probing-up" | "probing-down" = "probing-up";
  const meter = createThroughputMeter();
  meter.restart(limit);

  const moveTo = (nextPhase: Phase, nextLimit: number) => {
    phase = nextPhase;
    limit = Math.max(1, Math.min(nextLimit, maximum));
    successes = 0;
    measured = [];
    if (phase === "holding") held = limit;
    meter.restart(limit);
  };

  const probe = () => {
    const step = Math.max(1, Math.round(limit * probeShare));
    phase = nextProbe;
    nextProbe = phase === "probing-up" ? "probing-down" : "probing-up";
    moveTo(phase, phase === "probing-up" ? limit + step : limit - step);
  };

  const judge = (throughput: number) => {
    switch (phase) {
      case "doubling": {
        const gain = reference === 0 ? Number.POSITIVE_INFINITY : throughput / reference;
        if (gain < 1) moveTo("holding", held);
        else if (gain < worthDoubling || limit === maximum) moveTo("holding", limit);
        else {
          reference = throughput;
          held = limit;
          moveTo("doubling", limit * 2);
        }
        break;
      }
      case "holding":
        measured.push(throughput);
        meter.restart(0);
        if (measured.length < hold) break;
        reference = measured.reduce((sum, value) => sum + value, 0) / measured.length;
        probe();
        break;
      case "probing-up": {
        const worth = 1 + worthKeeping * (limit / held - 1);
        const isKept = throughput >= reference * worth;
        if (isKept) hold = shortestHold;
        moveTo("holding", isKept ? limit : held);
        break;
      }
      case "probing-down":
        moveTo("holding", throughput >= reference ? limit : held);
        break;
    }
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
        meter.restart(limit);
        return;
      }
      const throughput = meter.onCompletion(now);
      if (throughput !== null) judge(throughput);
    },
    onOverload() {
      ceiling = Math.max(1, phase === "probing-up" ? held : limit - 1);
      if (phase === "probing-up") hold = Math.min(2 * hold, longestHold);
      moveTo("climbing", Math.floor(limit * decrease));
    },
  };
}
