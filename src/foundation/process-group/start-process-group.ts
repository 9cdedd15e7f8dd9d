import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { workerModule } from "../worker-module.ts";
import { signalGroup } from "./signal-group.ts";

/** A program with its arguments, or one line for the shell. */
export type Command = string | readonly string[];

/** Calls back after so many milliseconds, unless it is cancelled. */
export type After = (milliseconds: number, call: () => void) => () => void;

/** A program and all that it started. */
export interface ProcessGroup {
  readonly process: ChildProcess;
  /** Asks all of it to end; what is still there when the program itself has ended, or ten seconds later, is killed. */
  end(after?: After): void;
  /** Kills all of it. */
  kill(): void;
}

/** How long a program may take to end by itself once it was asked to. */
export const graceMilliseconds = 10_000;

const watch = fileURLToPath(workerModule(new URL("./watch-worker", import.meta.url)));

/**
 * Runs a program in a process group of its own: Ctrl-C in the terminal does not reach it, it can be ended with all that
 * it started, and it never outlives this process, however that comes to its end.
 */
export function startProcessGroup(
  command: Command,
  options: Pick<SpawnOptions, "cwd" | "env" | "stdio">,
): ProcessGroup {
  const [program = "", ...programArguments] = typeof command === "string" ? [command] : command;
  const child = spawn(program, programArguments, {
    ...options,
    shell: typeof command === "string",
    detached: process.platform !== "win32",
  });
  const { pid } = child;
  if (pid === undefined) return { process: child, end() {}, kill() {} };
  const watcher = startWatcher(pid);
  let isClosed = false;
  child.once("close", () => {
    isClosed = true;
    watcher.kill();
  });
  return {
    process: child,
    end(after = afterTimeout) {
      if (isClosed) return;
      signalGroup(pid, "SIGTERM");
      const cancel = after(graceMilliseconds, () => signalGroup(pid, "SIGKILL"));
      child.once("close", () => {
        cancel();
        signalGroup(pid, "SIGKILL");
      });
    },
    kill: () => signalGroup(pid, "SIGKILL"),
  };
}

/** The watcher sees this process end by the end of its own input. */
function startWatcher(pid: number): ChildProcess {
  const watcher = spawn(process.execPath, [watch, String(pid)], {
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
  });
  watcher.on("error", () => {});
  watcher.stdin!.on("error", () => {});
  watcher.unref();
  return watcher;
}

const afterTimeout: After = (milliseconds, call) => {
  const timer = setTimeout(call, milliseconds);
  return () => clearTimeout(timer);
};
