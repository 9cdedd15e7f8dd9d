/**
 * Runs a command until it ends or this process's standard input closes, which it does however the process that started
 * it comes to its end, and takes all that the command started down with it.
 *
 *     node process-guard-worker.ts '["PROGRAM", "ARGUMENT"]'
 *     node process-guard-worker.ts '"a line for the shell"'
 */
import { spawn, spawnSync } from "node:child_process";

/** How long a command may take to end of itself. */
const patience = 10_000;

/** What a shell answers where there is no such program. */
const notFound = 127;

const command: string | string[] = JSON.parse(process.argv[2]!);
const [program, ...programArguments] = typeof command === "string" ? [command] : command;
// A group of its own, so that all of it can be reached.
const child = spawn(program!, programArguments, {
  stdio: ["ignore", "inherit", "inherit"],
  shell: typeof command === "string",
  detached: process.platform !== "win32",
});

function signalAll(signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  if (process.platform === "win32") {
    spawnSync("taskkill", ["/pid", String(child.pid), "/T", "/F"]);
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The group has ended.
  }
}

function end(): void {
  signalAll("SIGTERM");
  setTimeout(() => signalAll("SIGKILL"), patience).unref();
}

child.on("error", (error) => {
  console.error(`${program} cannot be started: ${error.message}`);
  process.exit(notFound);
});
child.on("exit", (status) => {
  // What the command itself left behind.
  signalAll("SIGKILL");
  process.exit(status ?? 1);
});
process.stdin.on("end", end).on("error", end).resume();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, end);
