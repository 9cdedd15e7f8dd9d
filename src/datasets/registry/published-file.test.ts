import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { sha256 } from "../storage/checksum.ts";
import { type DataStorage, dataStorage } from "../storage/data-storage.ts";
import { type Hub, startHub } from "../storage/hub.fixture.ts";
import { defineDataSet } from "./data-set.ts";
import { cachePath, pullFile } from "./published-file.ts";

const bytes = new TextEncoder().encode('{"problem":"1+1?"}\n'.repeat(500));
const file = { path: "data/a file.jsonl" };
const dataSet = defineDataSet({
  name: "sums",
  title: "Sums",
  homepage: "",
  licence: "",
  source: { host: "hugging-face", repository: "owner/name", revision: "abc" },
  splits: {},
  rules: [],
  row: z.object({}),
  itemOf: () => ({ id: "1", question: "1+1?", solution: "", answer: "2" }),
});

let hub: Hub;
let storage: DataStorage;
beforeEach(async () => {
  hub = await startHub();
  hub.files.set("/datasets/owner/name/resolve/abc/data/a%20file.jsonl", { bytes, isLarge: true });
  const folder = mkdtempSync(join(tmpdir(), "errata-cache-"));
  storage = dataStorage({ ERRATA_CACHE_DIR: folder, HF_ENDPOINT: `${hub.origin}/`, HF_TOKEN: "t" });
});
afterEach(async () => {
  rmSync(dirname(storage.cacheFolder), { recursive: true });
  await hub.close();
});

const inCache = () => readdirSync(dirname(cachePath(dataSet, file, storage))).sort();

describe("pullFile", () => {
  it("downloads once, and keeps the file with a checksum that ordinary tools read", async () => {
    const first = await pullFile(dataSet, file, storage);
    const path = join(storage.cacheFolder, "sums/abc/data/a file.jsonl");
    expect(first).toEqual({ path, bytes: Buffer.from(bytes), isNew: true });
    expect(readFileSync(`${path}.sha256`, "utf8")).toBe(`${sha256(bytes)}  a file.jsonl\n`);
    await hub.close();
    expect(await pullFile(dataSet, file, storage)).toEqual({ ...first, isNew: false });
  });

  it("downloads again what is damaged, or has lost its checksum", async () => {
    const { path } = await pullFile(dataSet, file, storage);
    writeFileSync(path, bytes.slice(1));
    expect(await pullFile(dataSet, file, storage)).toMatchObject({ isNew: true });
    rmSync(`${path}.sha256`);
    expect(await pullFile(dataSet, file, storage)).toMatchObject({ isNew: true });
    expect(new Uint8Array(readFileSync(path))).toEqual(bytes);
  });

  it("trusts no file, cached or not, that is not the published one", async () => {
    const published = { ...file, sha256: sha256(bytes) };
    const { path } = await pullFile(dataSet, published, storage);
    const other = bytes.slice(1);
    writeFileSync(path, other);
    writeFileSync(`${path}.sha256`, `${sha256(other)}  a file.jsonl\n`);
    expect(await pullFile(dataSet, published, storage)).toMatchObject({ isNew: true });
    await expect(pullFile(dataSet, { ...file, sha256: "0".repeat(64) }, storage)).rejects.toThrow(
      "is not the file it should be",
    );
  });

  it("leaves whole files alone when many pull at once", async () => {
    const pulled = await Promise.all(Array.from({ length: 8 }, () => pullFile(dataSet, file, storage)));
    expect(new Set(pulled.map(({ bytes }) => sha256(bytes)))).toEqual(new Set([sha256(bytes)]));
    expect(inCache()).toEqual(["a file.jsonl", "a file.jsonl.sha256"]);
  });

  it("keeps nothing that cannot be read", async () => {
    const page = new TextEncoder().encode("<html>Sign in</html>");
    hub.files.set("/datasets/owner/name/resolve/abc/data/a%20file.jsonl", { bytes: page });
    await expect(pullFile(dataSet, file, storage)).rejects.toThrow(/^http.*line 1: not JSON/);
    expect(existsSync(storage.cacheFolder)).toBe(false);
  });

  it("keeps nothing of a download that failed", async () => {
    hub.faults.push("other bytes");
    await expect(pullFile(dataSet, file, storage)).rejects.toThrow("checksum");
    expect(readdirSync(dirname(storage.cacheFolder))).toEqual([]);
  });
});
