import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { claimRunFolder, readJsonFile, writeJsonFile } from "./run-folder.ts";
import { writerOf } from "./writer-lock.ts";

let parent: string;
let path: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), "errata-folder-"));
  path = join(parent, "runs", "one");
});
afterEach(() => rmSync(parent, { recursive: true }));

/** Another process that claims the folder and holds it until it is killed. */
async function claimElsewhere() {
  const module = new URL("./run-folder.ts", import.meta.url).href;
  const program = `
    import { claimRunFolder } from ${JSON.stringify(module)};
    try {
      claimRunFolder(${JSON.stringify(path)});
      console.log("claimed");
      setInterval(() => {}, 1000);
    } catch (error) {
      console.log(error.message);
    }`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", program], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "exit");
  const [said] = await once(child.stdout, "data");
  return {
    said: String(said).trim(),
    pid: child.pid,
    kill: async () => {
      child.kill("SIGKILL");
      await ended;
    },
  };
}

describe("claimRunFolder", () => {
  it("makes the folder and says where everything of the run lies", () => {
    const { folder, release } = claimRunFolder(path);
    expect(existsSync(join(path, "adapters"))).toBe(true);
    expect(folder.databaseFile).toBe(join(path, "run.sqlite"));
    expect(folder.adapterDirectory("key")).toBe(join(path, "adapters", "key"));
    release();
  });

  it("refuses a second claim until the first is released", () => {
    const { release } = claimRunFolder(path);
    expect(() => claimRunFolder(path)).toThrow(`Another process is working on the run in ${path}.`);
    release();
    claimRunFolder(path).release();
  });

  it("refuses while another process works, and is free when that process is killed", async () => {
    const other = await claimElsewhere();
    expect(other.said).toBe("claimed");
    expect(() => claimRunFolder(path)).toThrow("Another process is working");
    expect(writerOf(path)).toEqual({ pid: other.pid, host: hostname() });
    await other.kill();
    expect(writerOf(path)).toBeNull();
    claimRunFolder(path).release();
  });

  it("lets everybody see who works, also in the same process, and does not disturb", () => {
    expect(writerOf(path)).toBeNull();
    const { release } = claimRunFolder(path);
    for (let time = 0; time < 2; time++)
      expect(writerOf(path)).toEqual({ pid: process.pid, host: hostname() });
    writeFileSync(join(path, "writer.json"), "half a");
    expect(writerOf(path)).toBe("unknown");
    expect(() => claimRunFolder(path)).toThrow("Another process is working");
    release();
    expect(writerOf(path)).toBeNull();
    expect(readdirSync(path)).toEqual(["adapters", "writer.lock"]);
  });

  it("keeps other processes out", async () => {
    const { release } = claimRunFolder(path);
    const other = await claimElsewhere();
    expect(other.said).toBe(`Another process is working on the run in ${path}.`);
    release();
    await other.kill();
  });

  it("clears away what an interrupted training left, and nothing else", () => {
    for (const name of ["unfinished-a", "b"]) mkdirSync(join(path, "adapters", name), { recursive: true });
    claimRunFolder(path).release();
    expect(readdirSync(join(path, "adapters"))).toEqual(["b"]);
  });

  it("touches nothing of a run that another process works on", () => {
    const { release } = claimRunFolder(path);
    mkdirSync(join(path, "adapters", "unfinished-a"));
    expect(() => claimRunFolder(path)).toThrow("Another process is working");
    expect(readdirSync(join(path, "adapters"))).toEqual(["unfinished-a"]);
    release();
  });

  it("says when the place is no folder", () => {
    writeFileSync(join(parent, "runs"), "a file");
    expect(() => claimRunFolder(path)).toThrow(`The run folder ${path} cannot be written: ENOTDIR`);
  });

  it("does not take every failure for another process", () => {
    mkdirSync(join(path, "writer.lock"), { recursive: true });
    expect(() => claimRunFolder(path)).toThrow(`The run folder ${path} cannot be written: unable to open`);
  });
});

describe("readJsonFile", () => {
  const file = () => join(parent, "value.json");

  it("reads what was written, and null where there is no file", () => {
    expect(readJsonFile(file())).toBeNull();
    writeJsonFile(file(), { a: [1, null, "½"] });
    expect(readJsonFile(file())).toEqual({ a: [1, null, "½"] });
  });

  it("says which file is damaged", () => {
    writeFileSync(file(), '{"a": ');
    expect(() => readJsonFile(file())).toThrow(`${file()} is damaged`);
  });
});
