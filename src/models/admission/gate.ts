import type { Clock } from "./clock.ts";
import { onAbort } from "./time-out.ts";

/** What decides when the next call may begin. */
export interface GateConditions<Passage> {
  /** Whether one more call may begin, apart from the time. */
  hasRoom(): boolean;
  /** The moment from which the next call may begin. */
  readyAt(): number;
  /** A call begins. */
  onStart(tokens: number, now: number): Passage;
}

/** Lets calls through one by one, in the order in which they came, when its conditions hold. */
export interface Gate<Passage> {
  /** Resolves when the call may begin; rejects when a signal aborts before that. `first`: before all that wait. */
  enter(tokens: number, first: boolean, signals: readonly AbortSignal[]): Promise<Passage>;
  /** Looks again: something that the conditions depend on has changed. */
  update(): void;
  readonly isAnyoneWaiting: boolean;
}

interface Waiting<Passage> {
  tokens: number;
  enter(passage: Passage): void;
}

export function createGate<Passage>(clock: Clock, conditions: GateConditions<Passage>): Gate<Passage> {
  const line: Waiting<Passage>[] = [];
  let cancelTimer: (() => void) | null = null;

  const update = () => {
    cancelTimer?.();
    cancelTimer = null;
    while (line.length > 0 && conditions.hasRoom()) {
      const now = clock.now();
      const wait = conditions.readyAt() - now;
      if (wait > 0) {
        cancelTimer = clock.after(wait, update);
        return;
      }
      const next = line.shift()!;
      next.enter(conditions.onStart(next.tokens, now));
    }
  };

  return {
    update,
    enter(tokens, first, signals) {
      const { promise, resolve, reject } = Promise.withResolvers<Passage>();
      const entry = { tokens, enter: resolve };
      const forget = onAbort(signals, (reason) => {
        const place = line.indexOf(entry);
        if (place >= 0) line.splice(place, 1);
        reject(reason);
      });
      if (signals.some((signal) => signal.aborted)) return promise;
      if (first) line.unshift(entry);
      else line.push(entry);
      update();
      return promise.finally(forget);
    },
    get isAnyoneWaiting() {
      return line.length > 0;
    },
  };
}
