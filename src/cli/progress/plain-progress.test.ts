import { describe, expect, it } from "vitest";
import { createPlainProgress } from "./plain-progress.ts";
import { handClock, recordingScreen, stepAt } from "./progress.fixture.ts";

const counts = { in: 600, done: 590, notDone: { "not read": 10 } };
const step = stepAt("method/1/attempt");

describe("plain progress", () => {
  it("tells the beginning and the end of every step", () => {
    const screen = recordingScreen();
    const { listener } = createPlainProgress(screen, handClock());
    listener({ kind: "step-reused", step: stepAt("method/start/evaluate") });
    listener({ kind: "step-begun", step });
    listener({ kind: "step-done", step, seconds: 42, counts });
    expect(screen.writes).toEqual([
      "✓ start · evaluate: stored already\n",
      "  iteration 1 · attempt …\n",
      "✓ iteration 1 · attempt: 590 of 600 done, 42 s\n",
    ]);
  });

  it("tells at most every ten seconds how far a step is", () => {
    const screen = recordingScreen();
    const clock = handClock();
    const { listener } = createPlainProgress(screen, clock);
    listener({ kind: "step-begun", step });
    for (let done = 0; done <= 250; done++) {
      listener({ kind: "step-progress", step, done, failed: 0, total: 600 });
      clock.advance(100);
    }
    expect(screen.writes).toEqual([
      "  iteration 1 · attempt …\n",
      "  iteration 1 · attempt: 100/600 · 10 a second · 50 s left\n",
      "  iteration 1 · attempt: 200/600 · 10 a second · 40 s left\n",
    ]);
  });

  it("tells beside it what was paid", () => {
    const screen = recordingScreen();
    const clock = handClock();
    const view = createPlainProgress(screen, clock);
    view.listener({ kind: "step-begun", step });
    view.spent(0.3);
    clock.advance(10_000);
    view.listener({ kind: "step-progress", step, done: 0, failed: 0, total: 600 });
    expect(screen.writes.at(-1)).toBe("  iteration 1 · attempt: 0/600 · $0.30 paid\n");
  });

  it("keeps two controls that work at the same time apart", () => {
    const screen = recordingScreen();
    const clock = handClock();
    const { listener } = createPlainProgress(screen, clock);
    const steps = [stepAt("random-selection/end/train"), stepAt("untargeted/end/train")];
    for (const each of steps) listener({ kind: "step-begun", step: each });
    clock.advance(10_000);
    for (const each of steps)
      listener({ kind: "step-progress", step: each, done: 1, failed: 0, total: 9, note: "loss 0.5" });
    expect(screen.writes.slice(2)).toEqual([
      "  random-selection · end · train: 1/9 · loss 0.5\n",
      "  untargeted · end · train: 1/9 · loss 0.5\n",
    ]);
  });
});
