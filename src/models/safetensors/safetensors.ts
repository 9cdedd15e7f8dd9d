import { readFile, writeFile } from "node:fs/promises";
import { z } from "zod";
import { ErrataError } from "../../foundation/errors.ts";
import { bfloat16ToFloat32, float16ToFloat32, float32ToFloat16 } from "./half-precision.ts";

/** A dense array of 32-bit floats in row-major order. */
export interface NamedTensor {
  shape: readonly number[];
  data: Float32Array;
}

export type StoredPrecision = "F32" | "F16";

const Header = z.record(
  z.string(),
  z.object({
    dtype: z.string(),
    shape: z.array(z.number().int().nonnegative()),
    data_offsets: z.tuple([z.number().int().nonnegative(), z.number().int().nonnegative()]),
  }),
);
type Header = z.infer<typeof Header>;

const bytesPerElement: Record<string, number> = { F32: 4, F16: 2, BF16: 2 };
const lengthPrefixBytes = 8;

const elementCount = (shape: readonly number[]): number => shape.reduce((product, size) => product * size, 1);

/**
 * Reads every tensor of a safetensors file as 32-bit floats.
 *
 * @throws ErrataError when the file cannot be read, is cut short, or holds a type other than F32, F16 and BF16.
 */
export async function readSafetensors(path: string): Promise<Map<string, NamedTensor>> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (cause) {
    throw new ErrataError(`${path} cannot be read.`, { cause, advice: "Check the path of the weights." });
  }
  return parseSafetensors(bytes, path);
}

/** As {@link readSafetensors}, from bytes; `source` names them in error messages. */
export function parseSafetensors(bytes: Uint8Array, source: string): Map<string, NamedTensor> {
  const { header, body } = splitFile(bytes, source);
  return new Map(
    Object.entries(header).map(([name, entry]) => [name, decodeTensor(name, entry, body, source)] as const),
  );
}

function splitFile(bytes: Uint8Array, source: string): { header: Header; body: Uint8Array } {
  if (bytes.byteLength < lengthPrefixBytes) throw damaged(source, "it is shorter than a header");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headerEnd = lengthPrefixBytes + Number(view.getBigUint64(0, true));
  if (headerEnd > bytes.byteLength) throw damaged(source, "its header runs past the end of the file");
  let parsed: unknown;
  try {
    parsed = JSON.parse(new TextDecoder().decode(bytes.subarray(lengthPrefixBytes, headerEnd)));
  } catch (cause) {
    throw damaged(source, "its header is not JSON", cause);
  }
  const { __metadata__: _, ...entries } = Object(parsed) as Record<string, unknown>;
  const header = Header.safeParse(entries);
  if (!header.success) throw damaged(source, `its header is malformed (${z.prettifyError(header.error)})`);
  // A plain view of the bytes: `slice` of a Node Buffer would not copy.
  const body = new Uint8Array(bytes.buffer, bytes.byteOffset + headerEnd, bytes.byteLength - headerEnd);
  return { header: header.data, body };
}

function decodeTensor(name: string, entry: Header[string], body: Uint8Array, source: string): NamedTensor {
  const [begin, end] = entry.data_offsets;
  const width = bytesPerElement[entry.dtype];
  if (width === undefined)
    throw new ErrataError(
      `${source}: tensor ${name} has type ${entry.dtype}; F32, F16 and BF16 can be read.`,
      {
        advice: "Save the weights in one of these types.",
      },
    );
  if (end - begin !== elementCount(entry.shape) * width)
    throw damaged(source, `tensor ${name} of shape [${entry.shape}] has ${end - begin} bytes`);
  if (end > body.byteLength) throw damaged(source, `tensor ${name} runs past the end of the file`);
  // A copy, because the tensor need not start at a multiple of its element size.
  const data = body.slice(begin, end).buffer;
  if (entry.dtype === "F32") return { shape: entry.shape, data: new Float32Array(data) };
  const convert = entry.dtype === "F16" ? float16ToFloat32 : bfloat16ToFloat32;
  return { shape: entry.shape, data: Float32Array.from(new Uint16Array(data), convert) };
}

function damaged(source: string, what: string, cause?: unknown): ErrataError {
  return new ErrataError(`${source} is not a whole safetensors file: ${what}.`, {
    cause,
    advice: "Copy or download the file again.",
  });
}

/** Bytes of a safetensors file. Equal tensors give equal bytes: names are stored in code-point order. */
export function encodeSafetensors(
  tensors: ReadonlyMap<string, NamedTensor>,
  precision: StoredPrecision = "F32",
): Uint8Array {
  const names = [...tensors.keys()].sort();
  const bodies = names.map((name) => encodeTensor(tensors.get(name) as NamedTensor, precision));
  const header: Record<string, unknown> = { __metadata__: { format: "pt" } };
  let offset = 0;
  names.forEach((name, index) => {
    const end = offset + (bodies[index] as Uint8Array).byteLength;
    header[name] = { dtype: precision, shape: tensors.get(name)?.shape, data_offsets: [offset, end] };
    offset = end;
  });
  const json = JSON.stringify(header);
  // Readers map the file: the header is padded with spaces so that the data begin at a multiple of 8.
  const headerBytes = new TextEncoder().encode(json.padEnd(Math.ceil(json.length / 8) * 8));
  const prefix = new Uint8Array(lengthPrefixBytes);
  new DataView(prefix.buffer).setBigUint64(0, BigInt(headerBytes.byteLength), true);
  return Buffer.concat([prefix, headerBytes, ...bodies]);
}

/** Writes tensors as one safetensors file. */
export async function writeSafetensors(
  path: string,
  tensors: ReadonlyMap<string, NamedTensor>,
  precision: StoredPrecision = "F32",
): Promise<void> {
  await writeFile(path, encodeSafetensors(tensors, precision));
}

function encodeTensor({ data }: NamedTensor, precision: StoredPrecision): Uint8Array {
  if (precision === "F32") return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  return new Uint8Array(Uint16Array.from(data, float32ToFloat16).buffer);
}
