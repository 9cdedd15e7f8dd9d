import { alpaca } from "./alpaca.ts";
import type { ExportRow } from "./export-row.ts";
import { openai } from "./openai.ts";
import { parquet } from "./parquet.ts";
import { sharegpt } from "./sharegpt.ts";

export { collectRows, type Selection, selections } from "./collect-rows.ts";
export type { ExportRow, Lineage } from "./export-row.ts";

/** Writers of training data: equal rows give equal bytes. */
export const exporters = { openai, sharegpt, alpaca, parquet } satisfies Record<
  string,
  (rows: readonly ExportRow[]) => Uint8Array
>;
export type ExportFormat = keyof typeof exporters;
