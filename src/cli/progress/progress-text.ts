import type { ProgressEvent } from "../../engine/progress.ts";
import { count, dollars, duration } from "../../report/format.ts";
import type { ActiveStep, Speed } from "./tracker.ts";

type StepDone = Extract<ProgressEvent, { kind: "step-done" }>;

/** "150 of 310 done, 28 s": what a step made of what it took in. */
export function doneText({ counts, seconds }: StepDone): string {
  const { done, in: taken } = counts;
  const share = done === taken ? count(done) : `${count(done)} of ${count(taken)}`;
  return `${share} done, ${duration(seconds)}`;
}

/** "120/600 · 3 failed · 24 a second · 20 s left · loss 0.431" */
export function underWayText({ ended, failed, total, note }: ActiveStep, speed: Speed | null): string {
  return [
    // A training that is being prepared does not know its steps yet.
    ...(total > 0 || !note ? [`${count(ended)}/${count(total)}`] : []),
    ...(failed > 0 ? [`${count(failed)} failed`] : []),
    ...(speed ? [rateText(speed.perSecond), `${duration(speed.secondsLeft)} left`] : []),
    ...(note ? [note] : []),
  ].join(" · ");
}

/** "$0.42 of $5.00 paid" */
export function spentText(usd: number, budget: number | undefined): string {
  return `${dollars(usd)}${budget === undefined ? "" : ` of ${dollars(budget)}`} paid`;
}

function rateText(perSecond: number): string {
  if (perSecond < 0.5) return `${(perSecond * 60).toFixed(1)} a minute`;
  return `${perSecond < 10 ? perSecond.toFixed(1) : count(perSecond)} a second`;
}
