import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { diskCheck, memoryCheck, nodeCheck, simdCheck, writableCheck } from "./machine-checks.ts";
import { pupilCheck } from "./pupil-check.ts";
import { pythonCheck } from "./python-check.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "errata-doctor-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("checks of the machine", () => {
  it("find what these tests run on fit", () => {
    expect([nodeCheck(), simdCheck(), writableCheck(folder)].map(({ ok }) => ok)).toEqual([true, true, true]);
    expect(diskCheck(folder).found).toMatch(/^\d+\.\d GiB$/);
    expect(memoryCheck().found).toMatch(/^\d+\.\d GiB$/);
  });

  it("find a folder that cannot be written", () => {
    const file = join(folder, "file");
    writeFileSync(file, "");
    expect(writableCheck(file)).toMatchObject({ ok: false, necessary: true });
  });

  it("can do without Python", () => {
    expect(pythonCheck(join(folder, "no-python"))).toMatchObject({ ok: false, necessary: false });
  });
});

describe("the check of the pupil", () => {
  const header = Buffer.from(JSON.stringify({ __metadata__: {}, a: {}, b: {} }));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(header.length));

  function writeFiles(weights: Buffer): void {
    for (const name of ["config.json", "tokenizer.json"]) writeFileSync(join(folder, name), "{}");
    writeFileSync(join(folder, "model.safetensors"), weights);
  }

  it("counts the tensors of weights that can be read", () => {
    writeFiles(Buffer.concat([length, header]));
    expect(pupilCheck(folder)).toMatchObject({ ok: true, found: `2 tensors in ${folder}` });
  });

  it.each([
    ["cut off", Buffer.concat([length, header.subarray(0, 9)])],
    ["no weights at all", Buffer.from("version https")],
  ])("says when the file is %s", (_, weights) => {
    writeFiles(weights);
    expect(pupilCheck(folder)).toMatchObject({ ok: false, found: expect.stringContaining("is cut off") });
  });

  it("says which file is missing", () => {
    expect(pupilCheck(folder).found).toContain("config.json");
  });
});
