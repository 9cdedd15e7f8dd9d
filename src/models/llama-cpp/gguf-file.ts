import type { NamedTensor } from "../safetensors/index.ts";

/** Metadata of a GGUF file: texts, and 32-bit floats. */
export type GgufMetadata = Readonly<Record<string, string | number>>;

/** Numbers of the GGUF format, version 3 (ggml's docs/gguf.md). */
const version = 3;
const valueTypes = { float32: 6, string: 8 } as const;
const tensorTypeFloat32 = 0;
const alignment = 32;
const bytesPerFloat = 4;

const paddingAfter = (length: number): number => (alignment - (length % alignment)) % alignment;

/** Bytes of a GGUF file with these tensors, in 32-bit floats. Equal content in equal order gives equal bytes. */
export function encodeGguf(metadata: GgufMetadata, tensors: ReadonlyMap<string, NamedTensor>): Uint8Array {
  const entries = Object.entries(metadata);
  const header = Buffer.concat([
    Buffer.from("GGUF"),
    uint32(version),
    uint64(tensors.size),
    uint64(entries.length),
    ...entries.flatMap(([key, value]) => [text(key), ...metadataValue(value)]),
    ...tensorEntries(tensors),
  ]);
  const bodies = [...tensors.values()].flatMap(({ data }) => [
    new Uint8Array(data.buffer, data.byteOffset, data.byteLength),
    new Uint8Array(paddingAfter(data.byteLength)),
  ]);
  return Buffer.concat([header, new Uint8Array(paddingAfter(header.length)), ...bodies]);
}

function metadataValue(value: string | number): Uint8Array[] {
  return typeof value === "string"
    ? [uint32(valueTypes.string), text(value)]
    : [uint32(valueTypes.float32), float32(value)];
}

/** Name, sizes (the innermost first), type and place of every tensor. */
function tensorEntries(tensors: ReadonlyMap<string, NamedTensor>): Uint8Array[] {
  let offset = 0;
  return [...tensors].flatMap(([name, { shape, data }]) => {
    const place = uint64(offset);
    const length = data.length * bytesPerFloat;
    offset += length + paddingAfter(length);
    const sizes = shape.toReversed().map(uint64);
    return [text(name), uint32(shape.length), ...sizes, uint32(tensorTypeFloat32), place];
  });
}

function text(value: string): Uint8Array {
  const bytes = Buffer.from(value);
  return Buffer.concat([uint64(bytes.length), bytes]);
}

function uint32(value: number): Uint8Array {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function uint64(value: number): Uint8Array {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
}

function float32(value: number): Uint8Array {
  const bytes = Buffer.alloc(4);
  bytes.writeFloatLE(value);
  return bytes;
}
