import { ErrataError, UnansweredError, UnusableAnswerError } from "../../foundation/errors.ts";
import { CallFailure } from "./call-failure.ts";
import type { Clock } from "./clock.ts";
import { retryDelay } from "./retry-delay.ts";

/** How often one call was sent in vain. */
export interface Tries {
  failures: number;
  refusals: number;
}

/** What is to be done after a failed call: send it again, leave it without an answer, or end all calls. */
export type Decision =
  | { kind: "repeat"; afterMilliseconds: number }
  | { kind: "leave"; error: unknown }
  | { kind: "stop"; error: unknown };

/** Decides how long an endpoint and a single call are worth waiting for. */
export interface Patience {
  onAnswered(): void;
  /** Counts the failure into `tries`. */
  onFailure(error: unknown, tries: Tries): Decision;
}

/** How often one call is sent before it stays without an answer: after failures, and after refusals. */
const mostFailures = 6;
const mostRefusals = 30;
/** An endpoint that leaves so many calls in a row without an answer has gone. */
const mostUnansweredInARow = 10;
/** An endpoint that gives no answer, or asks for none to be sought, for so many milliseconds is not waited for. */
const longestWait = 15 * 60_000;

const comeBack =
  "Run the same command again once it works: what was answered is kept, and only the rest is asked.";

export function createPatience(endpoint: string, clock: Clock, random: () => number): Patience {
  let hasAnswered = false;
  let unansweredInARow = 0;
  let silentSince: number | null = null;

  const stop = (message: string, advice: string, cause: unknown): Decision => ({
    kind: "stop",
    error: new ErrataError(message, { advice, cause }),
  });

  const leave = (error: UnansweredError): Decision => {
    unansweredInARow += 1;
    if (unansweredInARow < mostUnansweredInARow) return { kind: "leave", error };
    return stop(
      `The last ${unansweredInARow} calls to ${endpoint} got no answer: ${error.message}.`,
      comeBack,
      error,
    );
  };

  const afterCallFailure = (failure: CallFailure, tries: Tries): Decision => {
    const { kind, message, retryAfterMilliseconds = 0 } = failure;
    if (kind === "unreachable" && !hasAnswered) {
      return stop(
        `${endpoint} cannot be reached: ${message}.`,
        "Start the server, or correct its base URL.",
        failure,
      );
    }
    silentSince ??= clock.now();
    if (clock.now() - silentSince + retryAfterMilliseconds > longestWait) {
      return stop(`${endpoint} gives no answer for too long: ${message}.`, comeBack, failure);
    }
    const isRefusal = kind === "refused" || kind === "unreachable";
    tries[isRefusal ? "refusals" : "failures"] += 1;
    if (tries.failures >= mostFailures || tries.refusals >= mostRefusals) {
      const times = tries.failures + tries.refusals;
      return leave(new UnansweredError(`${message} (asked ${times} times)`, { cause: failure }));
    }
    // A refusal holds up the whole endpoint, so the call itself need not wait.
    return { kind: "repeat", afterMilliseconds: isRefusal ? 0 : retryDelay(tries.failures, random) };
  };

  const onAnswered = () => {
    hasAnswered = true;
    unansweredInARow = 0;
    silentSince = null;
  };

  return {
    onAnswered,
    onFailure(error, tries) {
      if (CallFailure.isInstance(error)) return afterCallFailure(error, tries);
      if (UnansweredError.isInstance(error)) return leave(error);
      if (UnusableAnswerError.isInstance(error)) {
        onAnswered();
        return { kind: "leave", error };
      }
      return { kind: "stop", error };
    },
  };
}
