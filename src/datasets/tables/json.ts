import { ErrataError } from "../../foundation/errors.ts";
import type { TableRow } from "./table-row.ts";

/** Reads a JSON file that holds one list of rows. */
export function readJson(text: string, file: string): TableRow[] {
  const value = parse(text, file);
  if (!Array.isArray(value)) {
    throw new ErrataError(`${file} holds no list of rows.`, {
      advice: "A .json file must be one list of objects; one object per line belongs in a .jsonl file.",
    });
  }
  return value.map((row, index) => ({ place: `row ${index + 1}`, value: row }));
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ErrataError(`${file} is not JSON (${(cause as Error).message}).`, {
      advice: "One object per line belongs in a .jsonl file.",
      cause,
    });
  }
}
