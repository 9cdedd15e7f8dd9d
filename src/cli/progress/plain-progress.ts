import type { Clock, Screen } from "../environment.ts";
import { stepLabel } from "../step-label.ts";
import { doneText, spentText, underWayText } from "./progress-text.ts";
import type { ProgressView } from "./progress-view.ts";
import { createTracker } from "./tracker.ts";

/** At most one line of a step under way in this many milliseconds. */
const pause = 10_000;

/** Lines for a file or a pipe: each step's beginning and end, and now and then how far it is. */
export function createPlainProgress(
  screen: Pick<Screen, "write">,
  clock: Pick<Clock, "now">,
  budget?: number,
): ProgressView {
  const tracker = createTracker(clock.now);
  const lastLine = new Map<string, number>();
  let paid = "";
  const say = (line: string) => screen.write(`${line}\n`);

  return {
    say,
    spent(usd) {
      paid = ` · ${spentText(usd, budget)}`;
    },
    stop() {},
    listener(event) {
      tracker.observe(event);
      const label = stepLabel(event.step);
      if (event.kind === "step-reused") say(`✓ ${label}: stored already`);
      if (event.kind === "step-done") say(`✓ ${label}: ${doneText(event)}`);
      if (event.kind === "step-begun") {
        lastLine.set(event.step.id, clock.now());
        say(`  ${label} …`);
      }
      if (event.kind === "step-progress") {
        const { id } = event.step;
        const active = tracker.find(event.step);
        if (!active || clock.now() - (lastLine.get(id) ?? 0) < pause) return;
        lastLine.set(id, clock.now());
        say(`  ${label}: ${underWayText(active, tracker.speedOf(active))}${paid}`);
      }
    },
  };
}
