import { existsSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { readRows } from "../../src/datasets/files/index.ts";

const folder = process.env.ERRATA_DATA_DIR ?? join(import.meta.dirname, "../../../shared/data");

const files = [
  "gsm8k/train",
  "gsm8k/test",
  "math/train",
  "math/test",
  "asdiv/test",
  "mawps/test",
  "college_math/test",
  "svamp/test",
].map((name) => join(folder, `${name}.jsonl`));

/** The first file that is missing, null when all are there. */
export function missingFile(): string | null {
  return files.find((file) => !existsSync(file)) ?? null;
}

/** Texts of the 29,390 problems. */
export function readProblemTexts(): string[] {
  const row = z.object({ problem: z.string() });
  return files.flatMap((file) => readRows(file, row, {}).map(({ problem }) => problem));
}
