import { styleText } from "node:util";
import { duration } from "../../report/format.ts";
import type { Screen } from "../environment.ts";
import { stepLabel } from "../step-label.ts";
import { underWayText } from "./progress-text.ts";
import type { ActiveStep, Tracker } from "./tracker.ts";

const barWidth = 20;

/** One frame of the live view: a bar for every step under way, and how long the run has worked. */
export function frameLines(
  tracker: Tracker,
  { seconds, screen }: { seconds: number; screen: Pick<Screen, "colour" | "columns"> },
): string[] {
  const paint = (style: "cyan" | "dim", text: string) =>
    screen.colour ? styleText(style, text, { validateStream: false }) : text;
  const active = tracker.active();
  const labelWidth = Math.max(0, ...active.map(({ step }) => stepLabel(step).length));

  const line = (step: ActiveStep): string => {
    const label = `● ${stepLabel(step.step).padEnd(labelWidth)} `;
    if (step.total === 0) return `${label}…`;
    const text = underWayText(step, tracker.speedOf(step));
    const room = screen.columns() - label.length - 1;
    if (room < barWidth + text.length + 1) return `${label}${text}`.slice(0, screen.columns() - 1);
    return `${label}${paint("cyan", bar(step))} ${text}`;
  };
  return [...active.map(line), paint("dim", `  ${duration(seconds)} · Ctrl-C stops, nothing is lost`)];
}

function bar({ ended, total }: ActiveStep): string {
  const filled = Math.round((barWidth * Math.min(ended, total)) / total);
  return "━".repeat(filled) + "╌".repeat(barWidth - filled);
}
