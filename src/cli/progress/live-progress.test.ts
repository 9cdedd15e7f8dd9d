import { afterEach, describe, expect, it } from "vitest";
import { createLiveProgress } from "./live-progress.ts";
import { handClock, recordingScreen, stepAt } from "./progress.fixture.ts";
import type { ProgressView } from "./progress-view.ts";

const step = stepAt("method/1/attempt");
const other = stepAt("untargeted/end/train");

const escapeCode = "\u001b";
/** A movement up, any other control sequence, a line feed, or text. */
const terminalToken = new RegExp(
  `${escapeCode}\\[(\\d+)A\r|${escapeCode}\\[[?\\d]*[A-Za-z]|\n|[^${escapeCode}\n]+`,
  "g",
);

/** The lines that a terminal shows after the writes: text, line feeds, movements up, and erasing. */
function screenAfter(writes: readonly string[]): string[] {
  const lines = [""];
  let row = 0;
  for (const [token, up] of writes.join("").matchAll(terminalToken)) {
    if (up) row -= Number(up);
    else if (token === "\n") lines[++row] ??= "";
    else if (token === `${escapeCode}[J`) lines.splice(row, lines.length, "");
    else if (!token.startsWith(escapeCode)) lines[row] = token;
  }
  return lines;
}

let view: ProgressView | undefined;
afterEach(() => view?.stop());

function watch(columns?: number, budget?: number) {
  const screen = recordingScreen(columns);
  const clock = handClock();
  view = createLiveProgress(screen, clock, budget);
  return { screen, clock, view };
}

describe("live progress", () => {
  it("shows what was paid, and of what budget", () => {
    const { screen, clock, view } = watch(100, 5);
    view.listener({ kind: "step-begun", step });
    view.spent(0.0421);
    clock.advance(100);
    expect(screenAfter(screen.writes)).toContain(
      "  0.1 s · $0.0421 of $5.00 paid · Ctrl-C stops, nothing is lost",
    );
  });

  it("shows a bar for every step under way, and lines that stay for those that ended", () => {
    const { screen, clock, view } = watch();
    view.listener({ kind: "step-begun", step });
    view.listener({ kind: "step-progress", step, done: 0, failed: 0, total: 600 });
    clock.advance(9_900);
    view.listener({ kind: "step-progress", step, done: 298, failed: 2, total: 600 });
    clock.advance(100);
    expect(screenAfter(screen.writes)).toEqual([
      "● iteration 1 · attempt ━━━━━━━━━━╌╌╌╌╌╌╌╌╌╌ 300/600 · 2 failed · 30 a second · 10 s left",
      "  10 s · Ctrl-C stops, nothing is lost",
      "",
    ]);
    const counts = { in: 600, done: 600, notDone: {} };
    view.listener({ kind: "step-done", step, seconds: 20, counts });
    view.listener({ kind: "step-begun", step: other });
    clock.advance(100);
    expect(screenAfter(screen.writes)).toEqual([
      "✓ iteration 1 · attempt  600 done, 20 s",
      "● untargeted · end · train …",
      "  10 s · Ctrl-C stops, nothing is lost",
      "",
    ]);
  });

  it("draws at most once in 100 milliseconds, and never misses the last state", () => {
    const { screen, clock, view } = watch();
    view.listener({ kind: "step-begun", step });
    const before = screen.writes.length;
    for (let done = 1; done <= 50; done++)
      view.listener({ kind: "step-progress", step, done, failed: 0, total: 60 });
    expect(screen.writes.length).toBe(before);
    clock.advance(100);
    expect(screen.writes.length).toBe(before + 1);
    expect(screenAfter(screen.writes)[0]).toContain("50/60");
  });

  it("does not count what was stored earlier as speed", () => {
    const { screen, clock, view } = watch();
    view.listener({ kind: "step-begun", step });
    view.listener({ kind: "step-progress", step, done: 500, failed: 0, total: 600 });
    clock.advance(900);
    view.listener({ kind: "step-progress", step, done: 510, failed: 0, total: 600 });
    clock.advance(100);
    expect(screenAfter(screen.writes)[0]).toContain("510/600 · 10 a second · 9.0 s left");
  });

  it("measures further work of a step by its own speed", () => {
    const { screen, clock, view } = watch();
    view.listener({ kind: "step-begun", step });
    view.listener({ kind: "step-progress", step, done: 0, failed: 0, total: 40 });
    clock.advance(1000);
    view.listener({ kind: "step-progress", step, done: 40, failed: 0, total: 40 });
    view.listener({ kind: "step-progress", step, done: 40, failed: 0, total: 80 });
    clock.advance(9_900);
    view.listener({ kind: "step-progress", step, done: 60, failed: 0, total: 80 });
    clock.advance(100);
    expect(screenAfter(screen.writes)[0]).toContain("60/80 · 2.0 a second · 10 s left");
  });

  it("keeps to the width of the terminal", () => {
    const { screen, clock, view } = watch(30);
    view.listener({ kind: "step-begun", step: other });
    view.listener({ kind: "step-progress", step: other, done: 5, failed: 0, total: 10, note: "loss 0.125" });
    clock.advance(100);
    expect(screenAfter(screen.writes)[0]).toBe("● untargeted · end · train 5/");
  });

  it("leaves what was said, and the cursor, when it stops", () => {
    const { screen, clock, view } = watch();
    view.listener({ kind: "step-begun", step });
    view.say("Stopping …");
    view.listener({ kind: "step-progress", step, done: 1, failed: 0, total: 2 });
    view.stop();
    clock.advance(1000);
    expect(screenAfter(screen.writes)).toEqual(["Stopping …", ""]);
    expect(screen.writes.join("").split(`${escapeCode}[?25h`)).toHaveLength(2);
    expect(screen.writes.join("").endsWith(`${escapeCode}[?25h`)).toBe(true);
  });
});
