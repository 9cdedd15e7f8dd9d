import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { baseModelAt, identityOf } from "./base-model.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "errata-base-"));
  mkdirSync(join(folder, "mine"));
  writeFileSync(join(folder, "mine", "model.safetensors"), "weights");
  writeFileSync(join(folder, "mine", "small.gguf"), "weights");
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("baseModelAt", () => {
  it("tells the hub's models from folders and GGUF files", () => {
    expect(baseModelAt("owner/name", "v1", folder)).toEqual({
      name: "owner/name",
      source: "owner/name",
      revision: "v1",
    });
    expect(baseModelAt("mine", undefined, folder)).toEqual({ name: "mine", source: join(folder, "mine") });
    expect(baseModelAt("mine/small.gguf", undefined, folder)).toEqual({
      name: "small.gguf",
      source: join(folder, "mine"),
      gguf_file: "small.gguf",
    });
  });

  it("says so when a path leads nowhere", () => {
    expect(() => baseModelAt("./none", undefined, folder)).toThrow("is not there");
    expect(() => baseModelAt("none.gguf", undefined, folder)).toThrow("is not there");
  });
});

describe("identityOf", () => {
  const identity = () => identityOf(baseModelAt("mine", undefined, folder));

  it("changes with the weights and not with the place", () => {
    const before = identity();
    expect(identity()).toBe(before);
    writeFileSync(join(folder, "mine", "model.safetensors"), "Weights");
    expect(identity()).not.toBe(before);
  });

  it("is the revision of a model of the hub", () => {
    expect(identityOf(baseModelAt("owner/name", undefined, folder))).toBe("owner/name@main");
    expect(identityOf(baseModelAt("owner/name", "v1", folder))).toBe("owner/name@v1");
  });
});
