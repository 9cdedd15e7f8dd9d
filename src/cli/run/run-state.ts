import { existsSync } from "node:fs";
import { hostname } from "node:os";
import { basename } from "node:path";
import { type Writer, writerOf } from "../../engine/writer-lock.ts";
import { instant } from "../../report/format.ts";
import type { OpenRun } from "./open-run.ts";

/** Whether a run is at work, at its end or stopped before it, and what it waits for. */
export function runState(run: OpenRun): string {
  const { folder, record } = run;
  const writer = writerOf(folder.path);
  const review = awaitedReview(run);
  const waiting = review === null ? "" : `, waiting for a person to review ${basename(review)}`;
  if (record.finishedAt !== null) {
    const end = `finished ${instant(record.finishedAt)}`;
    return writer ? `${end}, in use by ${nameOf(writer)}` : end;
  }
  if (writer) return `running (${nameOf(writer)})${waiting}`;
  return `stopped before its end${waiting}; the same command goes on`;
}

/** The review file that a run cannot go on without; null where there is none. */
function awaitedReview({ folder, store }: OpenRun): string | null {
  const step = store.steps().find(({ stage, state }) => stage === "review" && state === "running");
  const file = step && folder.reviewFile(step.iteration);
  return file && existsSync(file) ? file : null;
}

function nameOf(writer: Writer | "unknown"): string {
  if (writer === "unknown") return "a process";
  return `pid ${writer.pid}${writer.host === hostname() ? "" : ` on ${writer.host}`}`;
}
