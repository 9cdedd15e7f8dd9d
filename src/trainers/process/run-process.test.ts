import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type ProcessOptions, runProcess } from "./run-process.ts";

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "errata-process-"));
});
afterEach(() => rmSync(directory, { recursive: true }));

const run = (script: string, more: Partial<ProcessOptions> = {}) =>
  runProcess({
    name: "The script",
    command: [process.execPath, "-e", script],
    directory,
    logFile: join(directory, "log"),
    adviceWhenMissing: "Install it.",
    ...more,
  });

describe("runProcess", () => {
  it("tells the lines of the standard output and keeps all that is printed", async () => {
    const lines: string[] = [];
    await run("console.log('one'); console.error('aside'); process.stdout.write('10%\\r90%\\rtwo')", {
      onLine: (line) => lines.push(line),
    });
    expect(lines).toEqual(["one", "two"]);
    expect(readFileSync(join(directory, "log"), "utf8")).toContain("aside");
  });

  it("runs a line of the shell, in its folder and with its variables", async () => {
    await run("", { command: 'echo "$GREETING" > said', variables: { GREETING: "hello" } });
    expect(readFileSync(join(directory, "said"), "utf8")).toBe("hello\n");
  });

  it("fails with the last lines and what can be done", async () => {
    const failing = run("for (let i = 0; i < 50; i++) console.log('line ' + i); process.exit(3)");
    const error = await failing.catch((error) => error);
    expect(error.message).toMatch(
      /^The script failed \(exit code 3\)\. Its last lines:\nline 30\n(line \d+\n){18}line 49$/,
    );
    expect(error.advice).toContain(join(directory, "log"));
  });

  it("says how a device bears more when its memory was too small", async () => {
    await expect(run("console.error('CUDA out of memory'); process.exit(1)")).rejects.toMatchObject({
      advice: expect.stringContaining("lower `microBatchSize`"),
    });
  });

  it("says what to do where there is no such program", async () => {
    await expect(run("", { command: ["errata-no-such-program"] })).rejects.toMatchObject({
      message: "The script cannot be started by `errata-no-such-program`: there is no such program.",
      advice: "Install it.",
    });
  });

  it("ends the process and what it has started when it is aborted", async () => {
    const abort = new AbortController();
    const inner = "console.log('ready'); setInterval(() => {}, 1000)";
    const outer = `require("child_process").spawn(process.execPath, ["-e", ${JSON.stringify(inner)}], { stdio: "inherit" })`;
    const onLine = () => abort.abort(new Error("enough"));
    // It settles once nobody writes any more, the inner process included.
    await expect(run(outer, { signal: abort.signal, onLine })).rejects.toThrow("enough");
  });

  it("kills a process that does not end by itself", async () => {
    const abort = new AbortController();
    const impatient = {
      after(_: number, call: () => void) {
        setImmediate(call);
        return () => {};
      },
    };
    const stubborn = "process.on('SIGTERM', () => {}); console.log('ready'); setInterval(() => {}, 1000)";
    const running = run(stubborn, {
      signal: abort.signal,
      clock: impatient,
      onLine: () => abort.abort(new Error("enough")),
    });
    await expect(running).rejects.toThrow("enough");
  });

  it("starts nothing after an abort", async () => {
    const signal = AbortSignal.abort(new Error("enough"));
    await expect(run("", { signal, logFile: join(directory, "no", "log") })).rejects.toThrow("enough");
  });
});
