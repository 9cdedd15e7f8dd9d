import { alpaca } from "./alpaca.ts";
import type { ExportRow } from "./export-row.ts";
import type { Exported } from "./exported.ts";
import { openai } from "./openai.ts";
import { parquet } from "./parquet.ts";
import { sharegpt } from "./sharegpt.ts";

export { collectRows, type Selection, selections } from "./collect-rows.ts";
export type { ExportRow, Lineage } from "./export-row.ts";
export type { Exported } from "./exported.ts";

/** Writers of training data. */
export const exporters = { openai, sharegpt, alpaca, parquet } satisfies Record<
  string,
  (rows: readonly ExportRow[]) => Exported
>;
export type ExportFormat = keyof typeof exporters;
