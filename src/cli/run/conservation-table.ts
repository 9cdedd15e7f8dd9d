import type { StoredStep } from "../../engine/run-store.ts";
import { givenStep } from "../../engine/run-view.ts";
import { itemAccountOf } from "../../report/collect/stage-accounts.ts";
import { type Column, layOutTable } from "../../report/console/table.ts";
import { count, plural } from "../../report/format.ts";
import { stepLabel } from "../step-label.ts";

const columns: readonly Column[] = [
  { title: "step", align: "left" },
  { title: "in", align: "right" },
  { title: "= done", align: "right" },
  { title: "+ not done", align: "right" },
  { title: "+ pending", align: "right" },
  { title: "", align: "left" },
];

/**
 * The account of every step, one line each: in = done + not done + pending, with the reasons of what was not done.
 * No item leaves a run without standing here.
 */
export function conservationTable(steps: readonly StoredStep[]): string[] {
  const rows = steps.filter(({ id }) => id !== givenStep).map(rowOf);
  // Reasons are never cut: a long line is better than an item that nobody can account for.
  return rows.length === 0
    ? ["Nothing has been done yet."]
    : layOutTable(columns, rows, Number.POSITIVE_INFINITY);
}

function rowOf(step: StoredStep): string[] {
  const account = itemAccountOf(step);
  const reasons = Object.entries(account.notDone);
  const notDone = reasons.reduce((sum, [, items]) => sum + items, 0);
  const notes = [
    ...(step.state === "running" ? ["not at its end"] : []),
    ...reasons.map(([reason, items]) => `${count(items)} ${reason}`),
    ...(step.counts?.remarks ?? []),
    ...(step.unanswered > 0 ? [`${count(step.unanswered)} to be asked again`] : []),
  ];
  return [
    stepLabel(step),
    ...[account.in, account.done, notDone, account.pending].map(count),
    notes.join(", "),
  ];
}

/**
 * What the steps did not do and why, one line for each step that left something out or where something went wrong; nothing
 * where all went well.
 */
export function notDoneLines(steps: readonly StoredStep[]): string[] {
  const lines = steps.flatMap((step) => {
    const reasons = Object.entries(itemAccountOf(step).notDone);
    const told = [
      ...reasons.map(([reason, items]) => `${count(items)} ${reason}`),
      ...(step.counts?.remarks ?? []),
    ];
    return told.length === 0 ? [] : [`  ${stepLabel(step)}: ${told.join(", ")}\n`];
  });
  const unanswered = steps.reduce((sum, step) => sum + step.unanswered, 0);
  const advice = `${plural(unanswered, "item")} got no answer; the same command asks again.\n`;
  return lines.length === 0
    ? []
    : ["Not done, by reason:\n", ...lines, ...(unanswered > 0 ? [advice] : []), "\n"];
}
