import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { digestOfTrainedWeights, readTrainedWeights } from "./trained-weights.ts";

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "errata-weights-"));
});
afterEach(() => rmSync(directory, { recursive: true }));
const write = (name: string, text: string) => writeFileSync(join(directory, name), text);
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

describe("trained weights", () => {
  it("are an adapter where PEFT's file lies", () => {
    write("adapter_model.safetensors", "matrices");
    write("training.json", "{}");
    expect(readTrainedWeights(directory)).toEqual({ kind: "adapter", directory });
    expect(digestOfTrainedWeights(directory)).toBe(sha256("matrices"));
  });

  it("are a whole model where other safetensors lie, all of which count", () => {
    write("model-00002-of-00002.safetensors", "second");
    write("model-00001-of-00002.safetensors", "first");
    expect(readTrainedWeights(directory)).toEqual({ kind: "model", directory });
    expect(digestOfTrainedWeights(directory)).toBe(sha256("firstsecond"));
  });

  it("are a name where a provider keeps them", () => {
    write("hosted-model.json", '{"model":"ft:small:1"}');
    expect(readTrainedWeights(directory)).toEqual({ kind: "hosted", model: "ft:small:1" });
    expect(digestOfTrainedWeights(directory)).toBe(sha256('{"model":"ft:small:1"}'));
  });

  it("are told to be missing, with what was expected", () => {
    write("training.log", "done");
    expect(() => readTrainedWeights(directory)).toThrow(`The training left no weights in ${directory}.`);
  });
});
