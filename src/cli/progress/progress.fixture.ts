import type { Step } from "../../engine/recipe.ts";
import { attempt } from "../../stages/attempt.ts";
import type { Clock, Screen } from "../environment.ts";

/** A step of a made-up run. */
export function stepAt(id: string): Step {
  const [line = "", place = ""] = id.split("/");
  return {
    id,
    line,
    iteration: Number(place) || 0,
    place: 0,
    stage: attempt,
    settings: {},
    reads: [],
    uses: [],
  };
}

/** A clock that a test moves; what is due is called when it gets there. */
export function handClock(): Clock & { advance(milliseconds: number): void } {
  let now = 0;
  let waiting: { at: number; callback: () => void }[] = [];
  return {
    now: () => now,
    instant: () => "2026-01-02T03:04:05.000Z",
    after(milliseconds, callback) {
      const entry = { at: now + milliseconds, callback };
      waiting.push(entry);
      return () => {
        waiting = waiting.filter((other) => other !== entry);
      };
    },
    advance(milliseconds) {
      now += milliseconds;
      const due = waiting.filter(({ at }) => at <= now);
      waiting = waiting.filter(({ at }) => at > now);
      for (const { callback } of due) callback();
    },
  };
}

/** A terminal without colours that keeps every write. */
export function recordingScreen(columns = 100): Screen & { writes: string[] } {
  const writes: string[] = [];
  return {
    writes,
    write: (text) => void writes.push(text),
    isTerminal: true,
    colour: false,
    columns: () => columns,
    drained: async () => {},
  };
}
