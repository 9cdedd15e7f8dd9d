import { closeSync, fstatSync, openSync, readFileSync, readSync } from "node:fs";
import { join } from "node:path";
import type { Check } from "./check.ts";

/** Whether the embedded model's files are there and can be understood. */
export function pupilCheck(directory: string): Check {
  const result = {
    name: "pupil",
    necessary: true,
    advice: "Get the package anew: the weights come with it, nothing is downloaded.",
  };
  try {
    for (const name of ["config.json", "tokenizer.json"])
      JSON.parse(readFileSync(join(directory, name), "utf8"));
    const tensors = countTensors(join(directory, "model.safetensors"));
    return { ...result, ok: true, found: `${tensors} tensors in ${directory}` };
  } catch (error) {
    return { ...result, ok: false, found: (error as Error).message };
  }
}

/** A safetensors file begins with the length of its header (64 bits, little-endian) and the header as JSON. */
function countTensors(file: string): number {
  const descriptor = openSync(file, "r");
  try {
    const prefix = Buffer.alloc(8);
    readSync(descriptor, prefix);
    const headerLength = Number(prefix.readBigUInt64LE());
    if (headerLength > fstatSync(descriptor).size)
      throw new Error(`${file} is cut off, or no safetensors file`);
    const header = Buffer.alloc(headerLength);
    readSync(descriptor, header);
    return Object.keys(JSON.parse(header.toString("utf8"))).filter((name) => name !== "__metadata__").length;
  } finally {
    closeSync(descriptor);
  }
}
