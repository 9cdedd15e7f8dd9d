import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { describeRunStore } from "./run-store.contract.ts";
import { openSqliteRunStore } from "./sqlite-run-store.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "errata-store-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

describeRunStore("a run store in memory", () => openSqliteRunStore(":memory:"));
describeRunStore("a run store in a file", () => openSqliteRunStore(join(folder, "run.sqlite")));

const request = { prompt: "?", maxOutputTokens: 1, temperature: 0 };
const response = {
  text: "!",
  finishReason: "stop" as const,
  usage: { inputTokens: 1, outputTokens: 1 },
};

describe("a run store's file", () => {
  it("holds what was awaited, for a reader beside the writer and after it", async () => {
    const file = join(folder, "run.sqlite");
    const writer = openSqliteRunStore(file);
    const reader = openSqliteRunStore(file, { readOnly: true });
    expect(reader.response("a")).toBeUndefined();
    await writer.putResponse("a", "s", "model", request, response);
    expect(reader.response("a")).toEqual(response);
    reader.close();
    writer.close();
    const later = openSqliteRunStore(file, { readOnly: true });
    expect(later.response("a")).toEqual(response);
    later.close();
  });

  it("is complete when it is closed, even where nobody awaited", async () => {
    const file = join(folder, "run.sqlite");
    const writer = openSqliteRunStore(file);
    const written = writer.putResponse("a", "s", "model", request, response);
    writer.close();
    await written;
    const later = openSqliteRunStore(file);
    expect(later.response("a")).toEqual(response);
    later.close();
  });

  it("rejects a write after the end", async () => {
    const store = openSqliteRunStore(":memory:");
    store.close();
    await expect(store.putResponse("a", "s", "model", request, response)).rejects.toThrow("not open");
  });

  it("is refused when another version wrote it", () => {
    const file = join(folder, "run.sqlite");
    const other = new DatabaseSync(file);
    other.exec("PRAGMA user_version = 999");
    other.close();
    for (const readOnly of [false, true]) {
      expect(() => openSqliteRunStore(file, { readOnly })).toThrow("written by another version");
    }
  });

  it("is refused when it is no database, cannot be opened, or holds no run to read", () => {
    const file = join(folder, "notes.txt");
    writeFileSync(file, "no database, but text that is longer than the header of one would be".repeat(20));
    expect(() => openSqliteRunStore(file)).toThrow(
      `${file} cannot be opened as a run: file is not a database`,
    );
    expect(() => openSqliteRunStore(join(folder, "none", "run.sqlite"))).toThrow("cannot be opened as a run");
    const empty = join(folder, "empty.sqlite");
    writeFileSync(empty, "");
    expect(() => openSqliteRunStore(empty, { readOnly: true })).toThrow("holds no run yet");
  });
});
