import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createAdmissions, systemClock } from "../admission/index.ts";
import {
  type AdapterServer,
  type AdapterServerOptions,
  startAdapterServer,
} from "./adapter-server.fixture.ts";
import { createInterfaceServer, OpenAiCompatibleTarget } from "./index.ts";
import { writeAdapterFolder } from "./weights.fixture.ts";

let folder: string;
let standIn: AdapterServer | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "errata-adapters-"));
});
afterEach(async () => {
  await standIn?.close();
  standIn = undefined;
  rmSync(folder, { recursive: true });
});

async function serverOver(options: AdapterServerOptions, adapters = {}, more = {}) {
  standIn = await startAdapterServer(options);
  return interfaceServer(standIn.baseUrl, { kind: options.kind ?? "vllm", ...adapters }, more);
}

function interfaceServer(baseUrl: string, adapters: object, more = {}) {
  const settings = OpenAiCompatibleTarget.parse({
    kind: "openai-compatible",
    baseUrl,
    model: "base",
    adapters,
    ...more,
  });
  return createInterfaceServer(
    { ...settings, adapters: settings.adapters! },
    {
      admissions: createAdmissions(),
      variables: { MY_KEY: "secret-1" },
      folder: join(folder, "serving"),
      workingFolder: folder,
      clock: systemClock,
      mergeWeights: () => Promise.reject(new Error("nothing is merged here")),
    },
  );
}

const request = { prompt: "abc", maxOutputTokens: 8, temperature: 0 };

describe("a server that loads adapters while it runs", () => {
  it("is asked under a name that follows from the weights alone, and drops it when all have done", async () => {
    const server = await serverOver({});
    const directory = writeAdapterFolder(folder, "adds");
    const model = await server.serve(directory);
    const [name] = [...standIn!.loaded.keys()];
    expect(name).toMatch(/^errata-[0-9a-f]{16}$/);
    expect(standIn!.orders[0]!.body).toEqual({ lora_name: name, lora_path: directory });
    expect((await model.generate(request)).text).toBe("adds: cba");
    expect(standIn!.asked.at(-1)!.model).toBe(name);
    expect(model.billedAs).toBe(server.baseId);
    await model.close?.();
    expect(standIn!.loaded.size).toBe(0);
  });

  it("takes an adapter that an earlier run left there", async () => {
    const server = await serverOver({});
    const directory = writeAdapterFolder(folder, "adds");
    await server.serve(directory);
    const later = interfaceServer(standIn!.baseUrl, { kind: "vllm" });
    const model = await later.serve(directory);
    expect((await model.generate(request)).text).toBe("adds: cba");
  });

  it("is told the path under which it sees the run, and the key", async () => {
    const server = await serverOver(
      {},
      { path: { from: folder, to: "/mounted/runs/" } },
      { apiKeyVariable: "MY_KEY" },
    );
    await expect(server.serve(writeAdapterFolder(folder, "adds"))).rejects.toThrow(
      "finds no adapter in /mounted/runs/adds",
    );
    expect(standIn!.orders[0]!.headers.authorization).toBe("Bearer secret-1");
  });

  it("asks SGLang for the adapter in both of its ways", async () => {
    const server = await serverOver({ kind: "sglang" });
    const model = await server.serve(writeAdapterFolder(folder, "adds"));
    const [name] = [...standIn!.loaded.keys()];
    expect((await model.generate(request)).text).toBe("adds: cba");
    expect(standIn!.asked.at(-1)!.model).toBe(`base:${name}`);
    expect(standIn!.orders[0]!.path).toBe("/load_lora_adapter");
  });

  it.each(["vllm", "sglang"] as const)("says how %s must be started to load adapters", async (kind) => {
    const server = await serverOver({ kind, loadsAdapters: false });
    await expect(server.serve(writeAdapterFolder(folder, "adds"))).rejects.toMatchObject({
      message: expect.stringMatching(/loads no adapters\.$/),
      advice: expect.stringContaining("--enable-lora"),
    });
  });

  it("says that the rank is more than the server was started for", async () => {
    const server = await serverOver({ maxRank: 16 });
    await expect(server.serve(writeAdapterFolder(folder, "adds", 64))).rejects.toMatchObject({
      message: expect.stringContaining("LoRA rank 64 is greater than max_lora_rank 16"),
      advice: expect.stringContaining("--max-lora-rank"),
    });
  });

  it("says that the server is not there", async () => {
    const server = await serverOver({});
    await standIn!.close();
    standIn = undefined;
    await expect(server.serve(writeAdapterFolder(folder, "adds"))).rejects.toThrow("did not answer");
  });

  it("loads no whole model", async () => {
    const server = await serverOver({});
    const directory = writeModelFolder();
    await expect(server.serve(directory)).rejects.toThrow("a whole model was trained");
  });
});

function writeModelFolder(): string {
  const directory = join(folder, "model");
  mkdirSync(directory);
  writeFileSync(join(directory, "model.safetensors"), "whole");
  return directory;
}
