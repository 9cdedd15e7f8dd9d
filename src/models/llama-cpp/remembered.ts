import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { z } from "zod";
import { contentKey, type Json } from "../../foundation/content-key.ts";

/**
 * What this machine found out earlier, in one small file for each question: losing one costs only the time of finding it
 * out again.
 */
export interface Remembered {
  recall<Value>(question: Json, schema: z.ZodType<Value>): Value | null;
  keep(question: Json, answer: Json): void;
}

export function rememberedIn(folder: string): Remembered {
  const fileOf = (question: Json) => join(folder, `${contentKey(question)}.json`);
  return {
    recall(question, schema) {
      try {
        return schema.safeParse(JSON.parse(readFileSync(fileOf(question), "utf8"))).data ?? null;
      } catch {
        return null;
      }
    },
    keep(question, answer) {
      try {
        mkdirSync(folder, { recursive: true });
        writeFileSync(fileOf(question), JSON.stringify(answer));
      } catch {
        // A cache that cannot be written is no reason to end a run.
      }
    },
  };
}
