import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Clock, createAdmissions, systemClock } from "../admission/index.ts";
import { createCommandServer } from "./command-server.ts";
import { createInterfaceServer } from "./interface-server.ts";
import type { MergeWeights } from "./merged-weights.ts";
import { CommandTarget, OpenAiCompatibleTarget } from "./settings.ts";
import { writeAdapterFolder, writeHostedFolder } from "./weights.fixture.ts";

const program = fileURLToPath(new URL("./command-server.fixture.mjs", import.meta.url));
const request = { prompt: "abc", maxOutputTokens: 8, temperature: 0 };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "errata-command-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const mergeNothing: MergeWeights = () => Promise.reject(new Error("nothing is merged here"));
const surroundings = (mergeWeights = mergeNothing, clock: Clock = systemClock) => ({
  admissions: createAdmissions(),
  variables: process.env,
  folder: join(folder, "serving"),
  workingFolder: folder,
  clock,
  mergeWeights,
});

function serverOf(behaviour: string, more: object = {}, mergeWeights = mergeNothing, clock = systemClock) {
  const command = [process.execPath, program, behaviour];
  const settings = CommandTarget.parse({ kind: "command", command, model: "small/base", ...more });
  return createCommandServer(settings, surroundings(mergeWeights, clock));
}

/** The process that served last, by what it wrote into its log. */
function pidIn(log: string): number {
  const lines = readFileSync(join(folder, "serving", log), "utf8")
    .trim()
    .split("\n");
  return Number(lines.at(-1)!.split(" ").at(-1));
}
const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe("createCommandServer", () => {
  it("tells the command what to serve, keeps one at work and ends it when it is closed", async () => {
    const server = serverOf("well");
    const base = await server.serve(null);
    expect((await base.generate(request)).text).toBe("small/base: cba");
    const basePid = pidIn("errata-base.log");
    const adapted = await server.serve(writeAdapterFolder(folder, "adds"));
    expect(isAlive(basePid)).toBe(false);
    expect((await adapted.generate(request)).text).toBe("adapter adds: cba");
    const log = readdirSync(join(folder, "serving")).find((name) => name !== "errata-base.log")!;
    const pid = pidIn(log);
    expect(isAlive(pid)).toBe(true);
    await adapted.close?.();
    expect(isAlive(pid)).toBe(false);
  });

  it("takes a line for the shell", async () => {
    const server = serverOf("", { command: `"${process.execPath}" "${program}"` });
    const base = await server.serve(null);
    expect((await base.generate(request)).text).toBe("small/base: cba");
    await base.close?.();
  });

  it("asks for the model by its own name where the server knows several", async () => {
    const model = await serverOf("several").serve(writeAdapterFolder(folder, "adds"));
    expect((await model.generate(request)).text).toBe("named adapter adds: cba");
    await model.close?.();
    await expect(serverOf("nameless").serve(null)).rejects.toThrow("none is called errata-base: one, two");
  });

  it("says what the command wrote last when it ends too early", async () => {
    await expect(serverOf("broken").serve(null)).rejects.toMatchObject({
      message: expect.stringMatching(/ended with status 3:\n {2}torch\.OutOfMemoryError/),
      advice: expect.stringContaining("errata-base.log"),
    });
    const missing = serverOf("", { command: ["errata-no-such-program"] });
    await expect(missing.serve(null)).rejects.toThrow("errata-no-such-program cannot be started");
  });

  it("says so when the command ends amid its work", async () => {
    const model = await serverOf("well").serve(null);
    await expect(model.generate({ ...request, prompt: "die" })).rejects.toThrow("ended with status 4");
    await model.close?.();
  });

  it("gives up on a command that does not answer in time", async () => {
    let now = 0;
    const clock: Clock = {
      now: () => now,
      after(milliseconds, call) {
        now += milliseconds;
        setImmediate(call);
        return () => {};
      },
    };
    const server = serverOf("silent", { startSeconds: 5 }, mergeNothing, clock);
    await expect(server.serve(null)).rejects.toThrow(
      "does not answer on the port in ERRATA_PORT after 5 seconds",
    );
  });

  it("ends the command when it is interrupted while it waits", async () => {
    const abort = new AbortController();
    const serving = serverOf("silent").serve(null, abort.signal);
    abort.abort(new Error("enough"));
    await expect(serving).rejects.toThrow("enough");
  });

  it("serves the model with the adapter merged into it, which is made once", async () => {
    let merges = 0;
    const merge: MergeWeights = async ({ adapterDirectory, baseModel, outputDirectory }) => {
      merges += 1;
      const adapter = readFileSync(join(adapterDirectory, "adapter_model.safetensors"), "utf8");
      writeFileSync(join(outputDirectory, "model.safetensors"), `${baseModel} with ${adapter}`);
    };
    const directory = writeAdapterFolder(folder, "adds");
    for (const _ of ["first", "again"]) {
      const model = await serverOf("well", { weights: "merged" }, merge).serve(directory);
      expect((await model.generate(request)).text).toBe("model small/base with adds: cba");
      await model.close?.();
    }
    expect(merges).toBe(1);
  });

  it("serves a whole model as it is", async () => {
    const directory = join(folder, "whole");
    mkdirSync(directory);
    writeFileSync(join(directory, "model.safetensors"), "whole");
    const model = await serverOf("well", { weights: "merged" }).serve(directory);
    expect((await model.generate(request)).text).toBe("model whole: cba");
    await model.close?.();
  });

  it("cannot serve what a provider keeps", async () => {
    const hosted = writeHostedFolder(folder, "ft:base:1");
    await expect(serverOf("well").serve(hosted)).rejects.toThrow("its provider keeps the weights");
  });
});

describe("a base model behind an interface with trained ones behind a command", () => {
  it("leaves the base model where it is", async () => {
    const settings = OpenAiCompatibleTarget.parse({
      kind: "openai-compatible",
      baseUrl: "http://127.0.0.1:9/v1",
      model: "small/base",
      adapters: { kind: "command", command: [process.execPath, program] },
    });
    const server = createInterfaceServer({ ...settings, adapters: settings.adapters! }, surroundings());
    const base = await server.serve(null);
    expect(existsSync(join(folder, "serving"))).toBe(false);
    const model = await server.serve(writeAdapterFolder(folder, "adds"));
    expect(model.id.startsWith(`${base.id}+`)).toBe(true);
    expect((await model.generate(request)).text).toBe("adapter adds: cba");
    await model.close?.();
  });
});
