import { styleText } from "node:util";
import type { ProgressEvent } from "../../engine/progress.ts";
import type { Clock, Screen } from "../environment.ts";
import { stepLabel } from "../step-label.ts";
import { frameLines } from "./frame.ts";
import { createLiveArea } from "./live-area.ts";
import { doneText, spentText } from "./progress-text.ts";
import type { ProgressView } from "./progress-view.ts";
import { createTracker } from "./tracker.ts";

/** A terminal shows at most one frame in this many milliseconds. */
const frameInterval = 100;

/** Finished steps as lines that stay, the steps under way as bars below them. */
export function createLiveProgress(screen: Screen, clock: Clock, budget?: number): ProgressView {
  const tracker = createTracker(clock.now);
  const area = createLiveArea(screen);
  const begun = clock.now();
  let lastFrame = Number.NEGATIVE_INFINITY;
  let cancelFrame: (() => void) | null = null;
  let stopped = false;
  let paid: string | undefined;

  const draw = (lineThatStays?: string) => {
    cancelFrame?.();
    cancelFrame = null;
    lastFrame = clock.now();
    area.show(frameLines(tracker, { seconds: (lastFrame - begun) / 1000, paid, screen }), lineThatStays);
  };
  const drawSoon = () => {
    const wait = lastFrame + frameInterval - clock.now();
    if (wait <= 0) draw();
    else cancelFrame ??= clock.after(wait, () => draw());
  };

  return {
    say: draw,
    spent(usd) {
      if (stopped) return;
      paid = spentText(usd, budget);
      drawSoon();
    },
    listener(event) {
      if (stopped) return;
      tracker.observe(event);
      const line = finishedLine(event, screen.colour);
      if (line) draw(line);
      else drawSoon();
    },
    stop() {
      stopped = true;
      cancelFrame?.();
      area.close();
    },
  };
}

function finishedLine(event: ProgressEvent, colour: boolean): string | null {
  const paint = (style: "green" | "dim", text: string) =>
    colour ? styleText(style, text, { validateStream: false }) : text;
  const line = (text: string) => `${paint("green", "✓")} ${stepLabel(event.step)}  ${paint("dim", text)}`;
  if (event.kind === "step-done") return line(doneText(event));
  if (event.kind === "step-reused") return line("stored already");
  return null;
}
