import { ErrataError } from "../../foundation/errors.ts";
import type { TableRow } from "./table-row.ts";

/** Reads one JSON value per line; empty lines are skipped. Throws an `ErrataError` that names the first bad line. */
export function readJsonLines(text: string, file: string): TableRow[] {
  return text.split("\n").flatMap((line, index) => {
    const place = `line ${index + 1}`;
    return line.trim() === "" ? [] : [{ place, value: parseLine(line, `${file}, ${place}`) }];
  });
}

function parseLine(line: string, place: string): unknown {
  try {
    return JSON.parse(line);
  } catch (cause) {
    throw new ErrataError(`${place}: not JSON (${(cause as Error).message}).`, {
      advice: "Each line must be one JSON object.",
      cause,
    });
  }
}
