import type { z } from "zod";
import { checkRow, type FieldMapping, readJsonLines } from "../tables/index.ts";
import { readFile } from "./read-file.ts";

/** Reads a JSON Lines file and checks every row. Throws an `ErrataError` that names the first bad line. */
export function readRows<Row>(file: string, schema: z.ZodType<Row>, mapping: FieldMapping): Row[] {
  const text = new TextDecoder().decode(readFile(file));
  return readJsonLines(text, file).map(({ place, value }) =>
    checkRow(value, { schema, place: `${file}, ${place}`, mapping }),
  );
}
