import { mkdtempSync, rmdirSync, statfsSync } from "node:fs";
import { availableParallelism, totalmem } from "node:os";
import { join } from "node:path";
import type { Check } from "./check.ts";

const neededNode = 24;
const gibibyte = 2 ** 30;
/** The embedded default works within 1.5 GB; the rest is the system's. */
const neededMemory = 2 * gibibyte;
const neededDisk = gibibyte;

export function nodeCheck(): Check {
  return {
    name: "Node",
    ok: Number.parseInt(process.versions.node, 10) >= neededNode,
    found: process.versions.node,
    necessary: true,
    advice: `Start Errata with \`npm run errata --\`, which uses the Node ${neededNode} that comes with it.`,
  };
}

export function coresCheck(): Check {
  const cores = availableParallelism();
  return {
    name: "cores",
    ok: cores >= 2,
    found: String(cores),
    necessary: false,
    advice: "It works on one core, and takes twice as long.",
  };
}

export function memoryCheck(): Check {
  // In a container the limit counts, not what the machine has.
  const constrained = process.constrainedMemory();
  const bytes = constrained > 0 ? Math.min(constrained, totalmem()) : totalmem();
  return {
    name: "memory",
    ok: bytes >= neededMemory,
    found: gibibytes(bytes),
    necessary: false,
    advice: `The embedded default wants ${gibibytes(neededMemory)}; smaller sizes run with \`errata run --limit 40\`.`,
  };
}

/** `folder` is where runs would be written. */
export function diskCheck(folder: string): Check {
  const { bavail, bsize } = statfsSync(folder);
  return {
    name: "free disk",
    ok: bavail * bsize >= neededDisk,
    found: gibibytes(bavail * bsize),
    necessary: false,
    advice: "Free some space, or keep runs elsewhere with `errata run --out`.",
  };
}

export function writableCheck(folder: string): Check {
  const result = { name: "folder", necessary: true, advice: "Work in a folder that you may write." };
  try {
    rmdirSync(mkdtempSync(join(folder, ".errata-doctor-")));
    return { ...result, ok: true, found: `${folder} can be written` };
  } catch (error) {
    return { ...result, ok: false, found: `${folder} cannot be written: ${(error as Error).message}` };
  }
}

/** The smallest module that uses a vector instruction: () -> v128 { v128.const 0; i8x16.popcnt }. */
const simdModule = Uint8Array.of(
  ...[0, 97, 115, 109, 1, 0, 0, 0],
  ...[1, 5, 1, 96, 0, 1, 123],
  ...[3, 2, 1, 0],
  ...[10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11],
);

/** Node has it; the types of Node do not name it. */
declare const WebAssembly: { validate(bytes: Uint8Array): boolean };

export function simdCheck(): Check {
  const ok = WebAssembly.validate(simdModule);
  return {
    name: "WebAssembly SIMD",
    ok,
    found: ok ? "available" : "missing",
    necessary: true,
    advice: "The embedded model computes with it: use a processor and a Node that have it.",
  };
}

const gibibytes = (bytes: number): string => `${(bytes / gibibyte).toFixed(1)} GiB`;
