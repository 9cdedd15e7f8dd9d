import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fixture } from "../embedded/test-support.ts";
import {
  encodeSafetensors,
  type NamedTensor,
  parseSafetensors,
  readSafetensors,
  writeSafetensors,
} from "./safetensors.ts";

const tensor = (shape: number[], values: number[]): NamedTensor => ({
  shape,
  data: Float32Array.from(values),
});

const tensors = fc.dictionary(
  fc.string({ minLength: 1 }).filter((name) => name !== "__metadata__" && name !== "__proto__"),
  fc.array(fc.float({ noNaN: true }), { maxLength: 12 }).map((values) => tensor([values.length], values)),
);

/** A file with a header of our own. */
function fileWith(header: unknown, body: number[] = []): Uint8Array {
  const text = new TextEncoder().encode(typeof header === "string" ? header : JSON.stringify(header));
  const length = new Uint8Array(8);
  new DataView(length.buffer).setBigUint64(0, BigInt(text.length), true);
  return Uint8Array.from([...length, ...text, ...body]);
}

describe("safetensors", () => {
  it("reads back what it wrote, bit for bit", () => {
    fc.assert(
      fc.property(tensors, (written) => {
        const read = parseSafetensors(encodeSafetensors(new Map(Object.entries(written))), "memory");
        expect(Object.fromEntries(read)).toEqual(written);
      }),
    );
  });

  it("writes the same bytes in whatever order tensors are given", () => {
    const [a, b] = [tensor([2], [1, 2]), tensor([1, 1], [3])];
    expect(
      encodeSafetensors(
        new Map([
          ["a", a],
          ["b", b],
        ]),
      ),
    ).toEqual(
      encodeSafetensors(
        new Map([
          ["b", b],
          ["a", a],
        ]),
      ),
    );
  });

  it("stores half precision when asked", () => {
    const bytes = encodeSafetensors(new Map([["a", tensor([3], [0.1, -2, 70000])]]), "F16");
    const [tenth, minusTwo, large] = parseSafetensors(bytes, "memory").get("a")?.data ?? [];
    expect(tenth).toBeCloseTo(0.1, 4);
    expect(minusTwo).toBe(-2);
    expect(large).toBe(Number.POSITIVE_INFINITY);
  });

  it("reads bfloat16", () => {
    const bytes = fileWith(
      { a: { dtype: "BF16", shape: [2], data_offsets: [0, 4] } },
      [0x80, 0x3f, 0x40, 0xc0],
    );
    expect([...(parseSafetensors(bytes, "memory").get("a")?.data ?? [])]).toEqual([1, -3]);
  });

  it("reads a file that PyTorch wrote", async () => {
    const read = await readSafetensors(fixture("tiny/model.safetensors"));
    expect(read.get("model.embed_tokens.weight")?.shape).toEqual([320, 32]);
    expect(read.size).toBe(20);
  });

  it("goes through a file", async () => {
    const path = join(await mkdtemp(join(tmpdir(), "safetensors-")), "a.safetensors");
    const written = new Map([["a", tensor([2, 2], [1, 2, 3, 4])]]);
    await writeSafetensors(path, written);
    expect(await readSafetensors(path)).toEqual(written);
  });

  it.each([
    ["shorter than a header", Uint8Array.from([1, 2, 3])],
    ["header runs past the end", fileWith("{}").with(0, 200)],
    ["header is not JSON", fileWith("{")],
    ["header is malformed", fileWith({ a: { dtype: "F32" } })],
    ["has 4 bytes", fileWith({ a: { dtype: "F32", shape: [2], data_offsets: [0, 4] } }, [0, 0, 0, 0])],
    ["runs past the end of the file", fileWith({ a: { dtype: "F32", shape: [1], data_offsets: [0, 4] } })],
    ["type I64", fileWith({ a: { dtype: "I64", shape: [1], data_offsets: [0, 8] } }, Array(8).fill(0))],
  ])("refuses a damaged file: %s", (message, bytes) => {
    expect(() => parseSafetensors(bytes, "some/file")).toThrow(message);
    expect(() => parseSafetensors(bytes, "some/file")).toThrow("some/file");
  });

  it("says which file is missing", async () => {
    await expect(readSafetensors("no/such.safetensors")).rejects.toThrow(
      "no/such.safetensors cannot be read",
    );
  });
});
