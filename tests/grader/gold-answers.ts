import { existsSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { readRows } from "../../src/datasets/files/index.ts";
import { bareAnswer, shapeOf } from "./shape.ts";
import type { Answer } from "./variant.ts";

export const dataFolder = process.env.ERRATA_DATA_DIR ?? join(import.meta.dirname, "../../../shared/data");

const files = [
  "gsm8k/train",
  "gsm8k/test",
  "math/train",
  "math/test",
  "math/math500",
  "sat_math/test",
  "college_math/test",
  "tal_scq5k/test",
  "tal_scq5k/train",
  "gaokao/gaokaobench_math_en",
  "gaokao/gaokao2023en",
  "svamp/test",
  "asdiv/test",
  "mawps/test",
];

const pathOf = (name: string): string => join(dataFolder, `${name}.jsonl`);

/** The first data set that is missing, null when all are there. */
export function missingDataSet(): string | null {
  return files.map(pathOf).find((file) => !existsSync(file)) ?? null;
}

/** The different reference answers of all data sets. Four rows have none. */
export function readGoldAnswers(): Answer[] {
  const row = z.object({ answer: z.string() });
  const texts = new Set(files.flatMap((name) => readRows(pathOf(name), row, {}).map(({ answer }) => answer)));
  texts.delete("");
  return [...texts].map(answerOf);
}

export const answerOf = (text: string): Answer => ({ text, bare: bareAnswer(text), shape: shapeOf(text) });
