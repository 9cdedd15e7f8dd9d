import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startProcessGroup } from "./start-process-group.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "errata-process-group-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A line for the shell that starts a second process, which writes its id to a file and never ends. */
const endless = (stubborn = false) => {
  const trap = stubborn ? "process.on('SIGTERM', () => {});" : "";
  const inner = `${trap} require('fs').writeFileSync('pid', String(process.pid)); setInterval(() => {}, 1000)`;
  return `"${process.execPath}" -e "${inner}" & wait`;
};

const pidOfInner = () =>
  eventually(
    () => existsSync(join(folder, "pid")) && Number(readFileSync(join(folder, "pid"), "utf8")),
  ) as Promise<number>;

describe("a process group", () => {
  it("ends with all that it started when the process that started it is killed", async () => {
    const module = new URL("./start-process-group.ts", import.meta.url).href;
    const script = `import { startProcessGroup } from ${JSON.stringify(module)};
      startProcessGroup(${JSON.stringify(endless())}, { cwd: ${JSON.stringify(folder)}, stdio: "ignore" });`;
    const starter = spawn(process.execPath, ["--input-type=module", "-e", script], { stdio: "inherit" });
    const pid = await pidOfInner();
    expect(isAlive(pid)).toBe(true);
    starter.kill("SIGKILL");
    await once(starter, "exit");
    expect(await eventually(() => !isAlive(pid))).toBe(true);
  });

  it("ends with all that it started when it is asked to", async () => {
    const group = startProcessGroup(endless(), { cwd: folder, stdio: "ignore" });
    const pid = await pidOfInner();
    group.end();
    await once(group.process, "close");
    expect(await eventually(() => !isAlive(pid))).toBe(true);
  });

  it("leaves nothing behind that does not end by itself", async () => {
    // The shell ends by itself, and what it started does not.
    const group = startProcessGroup(endless(true), { cwd: folder, stdio: "ignore" });
    const pid = await pidOfInner();
    group.end();
    expect(await eventually(() => !isAlive(pid))).toBe(true);
  });

  it("has nothing to end once it has ended", async () => {
    const group = startProcessGroup("exit 3", { cwd: folder, stdio: "ignore" });
    expect(await once(group.process, "close")).toEqual([3, null]);
    group.end(() => expect.fail("there is nothing to kill"));
  });

  it("tells of a program that is not there", async () => {
    const group = startProcessGroup(["errata-no-such-program"], { cwd: folder, stdio: "ignore" });
    await expect(once(group.process, "spawn")).rejects.toThrow("ENOENT");
    group.end();
  });
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Looks until there is something to see. */
async function eventually<Value>(look: () => Value): Promise<Value> {
  for (;;) {
    const seen = look();
    if (seen) return seen;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
