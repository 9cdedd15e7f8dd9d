import { type Cancellation, onFirstCancel } from "./cancellation.ts";
import type { Clock } from "./clock.ts";

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
  /** Resolves when the call may begin; rejects when it is cancelled before that. `first`: before all that wait. */
  enter(tokens: number, first: boolean, cancellations: readonly Cancellation[]): Promise<Passage>;
  /** Looks again: something that the conditions depend on has changed. */
  update(): void;
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
    enter(tokens, first, cancellations) {
      const { promise, resolve, reject } = Promise.withResolvers<Passage>();
      const entry: Waiting<Passage> = {
        tokens,
        enter(passage) {
          forget();
          resolve(passage);
        },
      };
      if (first) line.unshift(entry);
      else line.push(entry);
      const forget = onFirstCancel(cancellations, (reason) => {
        const place = line.indexOf(entry);
        if (place >= 0) line.splice(place, 1);
        reject(reason);
      });
      update();
      return promise;
    },
  };
}
