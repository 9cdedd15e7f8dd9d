import { styleText } from "node:util";
import { duration } from "../../report/format.ts";
import type { Screen } from "../environment.ts";
import { stepLabel } from "../step-label.ts";
import { underWayText } from "./progress-text.ts";
import type { ActiveStep, Tracker } from "./tracker.ts";

const barWidth = 20;

/** One frame of the live view: a bar for every step under way, how long the run has worked, and what was paid. */
export function frameLines(
  tracker: Tracker,
  {
    seconds,
    paid,
    screen,
  }: { seconds: number; paid: string | undefined; screen: Pick<Screen, "colour" | "columns"> },
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
  const foot = [duration(seconds), ...(paid ? [paid] : []), "Ctrl-C stops, nothing is lost"].join(" · ");
  return [...active.map(line), paint("dim", `  ${foot}`.slice(0, screen.columns() - 1))];
}

function bar({ ended, total }: ActiveStep): string {
  const filled = Math.round((barWidth * Math.min(ended, total)) / total);
  return "━".repeat(filled) + "╌".repeat(barWidth - filled);
}
