import { createCancellation, createSignalFollower } from "./cancellation.ts";
import { type Clock, systemClock } from "./clock.ts";
import { createGate } from "./gate.ts";
import type { EndpointLimits } from "./limits.ts";
import { createPatience, type Decision, type Tries } from "./patience.ts";
import { callWithin, wait } from "./time-out.ts";
import { createTraffic } from "./traffic.ts";

/** A call to an endpoint. */
export interface AdmittedCall<Result> {
  /**
   * Sends the call, once. Throws a `CallFailure` where sending it again may help; every other error is final, and one
   * that is not about this item alone ends all calls to the endpoint.
   */
  send(signal: AbortSignal): Promise<Result>;
  /** Input and output tokens to expect. */
  estimatedTokens: number;
  /** Input and output tokens that were used after all. */
  usedTokens(result: Result): number;
  signal?: AbortSignal | undefined;
}

/** Time and chance, injected so that tests need neither. */
export interface AdmissionSurroundings {
  clock?: Clock;
  /** In [0, 1). */
  random?: () => number;
  /** How many milliseconds a call that was sent may still take once it is cancelled: it is paid for. */
  graceMilliseconds?: number;
}

/** The one way to an endpoint: the only place where calls wait, are counted and are sent again. */
export interface Admission {
  /** Most calls at once, whatever the endpoint bears. */
  readonly concurrency: number;
  /**
   * Throws `UnansweredError` where a call failed too often, and an `ErrataError` that stops the run where calls to this
   * endpoint are in vain.
   */
  admit<Result>(call: AdmittedCall<Result>): Promise<Result>;
}

/**
 * Owns concurrency, limits, time-outs and repeats of all calls to one endpoint, whichever model asks.
 *
 * `endpoint` is its name in messages.
 */
export function createAdmission(
  endpoint: string,
  limits: EndpointLimits,
  { clock = systemClock, random = Math.random, graceMilliseconds = 0 }: AdmissionSurroundings = {},
): Admission {
  const traffic = createTraffic(limits);
  const gate = createGate(clock, traffic);
  const patience = createPatience(endpoint, clock, random);
  const stopping = createCancellation();
  const follow = createSignalFollower();

  const decide = (error: unknown, tries: Tries): Decision => {
    const decision = patience.onFailure(error, tries);
    if (decision.kind === "stop") stopping.cancel(decision.error);
    return decision;
  };

  return {
    concurrency: limits.concurrency,
    async admit(call) {
      const signal = call.signal && follow(call.signal);
      const cancellations = signal ? [stopping, signal] : [stopping];
      const ends = { within: limits.timeoutSeconds * 1000, stopping, signal, grace: graceMilliseconds };
      const tries: Tries = { failures: 0, refusals: 0 };
      for (;;) {
        const isRepeat = tries.failures + tries.refusals > 0;
        const passage = await gate.enter(call.estimatedTokens, isRepeat, cancellations);
        let decision: Decision;
        try {
          const result = await callWithin(ends, clock, call.send);
          traffic.onAnswered(passage, call.usedTokens(result), clock.now());
          patience.onAnswered();
          return result;
        } catch (error) {
          traffic.onFailure(passage, error, clock.now());
          if (cancellations.some(({ cancelled }) => cancelled)) throw error;
          decision = decide(error, tries);
        } finally {
          gate.update();
        }
        if (decision.kind !== "repeat") throw decision.error;
        await wait(decision.afterMilliseconds, clock, cancellations);
      }
    },
  };
}
