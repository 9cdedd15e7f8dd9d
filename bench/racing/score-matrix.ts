import { existsSync, readFileSync, writeFileSync } from "node:fs";

/** Which dev problems a candidate solves when it is the worked example before them. */
export interface MatrixRow {
  problemId: string;
  errorTypeId: string;
  /** One entry a dev problem, those that the target gets wrong without an example first. */
  right: boolean[];
}

/** Every candidate before every dev problem. */
export interface ScoreMatrix {
  /** How many dev problems the target gets wrong, and right, without an example. */
  bad: number;
  good: number;
  rows: MatrixRow[];
}

/** The matrix recorded from the pupil; `record.ts` tells how. */
export const matrixFile = new URL("./pupil-scores.csv", import.meta.url);

/** One row a line, its results as bits in base64. */
export function writeMatrix(file: URL, { bad, good, rows }: ScoreMatrix): void {
  const lines = rows.map(
    ({ problemId, errorTypeId, right }) => `${problemId},${errorTypeId},${packBits(right)}\n`,
  );
  writeFileSync(file, `problem,error type,right of ${bad} bad and ${good} good\n${lines.join("")}`);
}

/** Null where there is no such file. */
export function readMatrix(file: URL): ScoreMatrix | null {
  if (!existsSync(file)) return null;
  const [heading = "", ...lines] = readFileSync(file, "utf8").trimEnd().split("\n");
  const [bad = 0, good = 0] = [...heading.matchAll(/\d+/g)].map(Number);
  return { bad, good, rows: lines.map((line) => parseRow(line, bad + good)) };
}

function parseRow(line: string, devProblems: number): MatrixRow {
  const [problemId = "", errorTypeId = "", packed = ""] = line.split(",");
  return { problemId, errorTypeId, right: unpackBits(packed, devProblems) };
}

/** Eight entries a byte, the first in the lowest bit. */
function packBits(bits: readonly boolean[]): string {
  const bytes = Buffer.alloc(Math.ceil(bits.length / 8));
  for (const [index, bit] of bits.entries()) {
    if (bit) bytes[index >> 3]! |= 1 << (index & 7);
  }
  return bytes.toString("base64");
}

function unpackBits(packed: string, count: number): boolean[] {
  const bytes = Buffer.from(packed, "base64");
  return Array.from({ length: count }, (_, index) => ((bytes[index >> 3]! >> (index & 7)) & 1) === 1);
}
