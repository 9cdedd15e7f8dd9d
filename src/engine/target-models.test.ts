import { describe, expect, it } from "vitest";
import type { Adapter } from "../domain/adapter.ts";
import type { LanguageModel } from "../models/language-model.ts";
import type { ModelServer } from "../models/model-server.ts";
import { runFolderAt } from "./run-folder.ts";
import { openSqliteRunStore } from "./sqlite-run-store.ts";
import { createTargetModelPool } from "./target-models.ts";

const adapter: Adapter = { key: "k", digest: "d", examples: 1, trainedTokens: 1, skipped: [], losses: [] };
const request = { prompt: "?", maxOutputTokens: 1, temperature: 0 };

/** A server that notes what it serves and closes. */
function notingServer() {
  const log: string[] = [];
  const server: ModelServer = {
    baseId: "base",
    async serve(directory) {
      log.push(`serve ${directory}`);
      const id = directory ?? "base";
      const model: LanguageModel = {
        id,
        concurrency: 1,
        generate: async () => ({
          text: id,
          finishReason: "stop",
          usage: { inputTokens: 1, outputTokens: 1 },
        }),
        close: async () => {
          log.push(`close ${id}`);
        },
      };
      return model;
    },
    close: async () => {
      log.push("close server");
    },
  };
  return { server, log };
}

describe("createTargetModelPool", () => {
  const directory = runFolderAt("run").adapterDirectory("k");

  it("serves each model once, however many steps ask, and closes all of them", async () => {
    const store = openSqliteRunStore(":memory:");
    const { server, log } = notingServer();
    const pool = createTargetModelPool(server, store, runFolderAt("run"), new AbortController().signal);
    const models = await Promise.all([
      pool.forStep("a").withAdapter(null),
      pool.forStep("b").withAdapter(adapter),
      pool.forStep("c").withAdapter(adapter),
      pool.forStep("a").withAdapter(null),
    ]);
    expect(log).toEqual(["serve null", `serve ${directory}`]);
    const texts = await Promise.all(models.map(async (model) => (await model.generate(request)).text));
    expect(texts).toEqual(["base", directory, directory, "base"]);
    await pool.close();
    expect(log.slice(2).sort()).toEqual(["close base", "close server", `close ${directory}`].sort());
    expect(log.at(-1)).toBe("close server");
    store.close();
  });

  it("closes the models that are needed no more, and serves one again that is asked for later", async () => {
    const store = openSqliteRunStore(":memory:");
    const { server, log } = notingServer();
    const pool = createTargetModelPool(server, store, runFolderAt("run"), new AbortController().signal);
    const { withAdapter } = pool.forStep("a");
    const other = { ...adapter, key: "other" };
    for (const wanted of [null, adapter, other]) await withAdapter(wanted);
    await pool.keepOpen(new Set(["other"]));
    expect(log.slice(3)).toEqual([`close ${directory}`]);
    for (const wanted of [null, adapter, other]) await withAdapter(wanted);
    expect(log.slice(4)).toEqual([`serve ${directory}`]);
    await pool.close();
    expect(log.slice(5)).toHaveLength(4);
    store.close();
  });

  it("is known by the base model", () => {
    const store = openSqliteRunStore(":memory:");
    const pool = createTargetModelPool(
      notingServer().server,
      store,
      runFolderAt("run"),
      new AbortController().signal,
    );
    expect(pool.forStep("a").id).toBe("base");
    store.close();
  });

  it("closes the server even where a model cannot be closed", async () => {
    const store = openSqliteRunStore(":memory:");
    const { server, log } = notingServer();
    const serve: ModelServer["serve"] = async (directory) => ({
      ...(await server.serve(directory)),
      close: () => Promise.reject(new Error("already gone")),
    });
    const pool = createTargetModelPool(
      { ...server, serve },
      store,
      runFolderAt("run"),
      new AbortController().signal,
    );
    await pool.forStep("a").withAdapter(null);
    await expect(pool.close()).rejects.toThrow("already gone");
    expect(log).toContain("close server");
    store.close();
  });
});
