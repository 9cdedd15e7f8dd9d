/**
 * Ends a process group when its own standard input closes, which it does however the process that started it comes to
 * its end.
 *
 *     node watch-worker.ts PID
 */
import { signalGroup } from "./signal-group.ts";
import { graceMilliseconds } from "./start-process-group.ts";

const pid = Number(process.argv[2]);

process.stdin.on("end", end).on("error", end).resume();

function end(): void {
  signalGroup(pid, "SIGTERM");
  setTimeout(() => signalGroup(pid, "SIGKILL"), graceMilliseconds);
}
