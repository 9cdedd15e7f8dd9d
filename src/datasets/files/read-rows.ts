import { readFileSync } from "node:fs";
import type { z } from "zod";
import { ErrataError } from "../../foundation/errors.ts";

/** Which field of a row holds what: `{ question: "problem" }` reads the question from the field `problem`. */
export type FieldMapping = Readonly<Record<string, string>>;

/** Reads a JSON Lines file and checks every row. Throws an `ErrataError` that names the first bad line. */
export function readRows<Row>(file: string, schema: z.ZodType<Row>, mapping: FieldMapping): Row[] {
  const lines = readText(file).split("\n");
  return lines.flatMap((line, index) =>
    line.trim() === "" ? [] : [readRow(file, index + 1, line, schema, mapping)],
  );
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (cause) {
    const missing = (cause as NodeJS.ErrnoException).code === "ENOENT";
    throw new ErrataError(
      missing ? `There is no file ${file}.` : `${file} cannot be read: ${(cause as Error).message}.`,
      {
        advice:
          "Check the path in the configuration; relative paths start from the configuration file's folder.",
        cause,
      },
    );
  }
}

function readRow<Row>(
  file: string,
  line: number,
  text: string,
  schema: z.ZodType<Row>,
  mapping: FieldMapping,
): Row {
  const place = `${file}, line ${line}`;
  let row: unknown;
  try {
    row = JSON.parse(text);
  } catch (cause) {
    throw new ErrataError(`${place}: not JSON (${(cause as Error).message}).`, {
      advice: "Each line must be one JSON object.",
      cause,
    });
  }
  const parsed = schema.safeParse(mapFields(row, mapping));
  if (!parsed.success) {
    const { path, message } = parsed.error.issues[0]!;
    const field = String(path[0] ?? "");
    throw new ErrataError(`${place}: field "${mapping[field] ?? field}": ${message}.`, {
      advice: "Correct the row, or map the fields in the configuration (`fields: { question: … }`).",
    });
  }
  return parsed.data;
}

function mapFields(row: unknown, mapping: FieldMapping): unknown {
  if (typeof row !== "object" || row === null) return row;
  const values = row as Record<string, unknown>;
  return {
    ...values,
    ...Object.fromEntries(Object.entries(mapping).map(([field, source]) => [field, values[source]])),
  };
}
