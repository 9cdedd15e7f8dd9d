import type { z } from "zod";
import { ErrataError } from "../../foundation/errors.ts";

/** Which field of a row holds what: `{ question: "problem" }` reads the question from the field `problem`. */
export type FieldMapping = Readonly<Record<string, string>>;

interface RowCheck<Row> {
  readonly schema: z.ZodType<Row>;
  /** File and line, for messages. */
  readonly place: string;
  readonly mapping?: FieldMapping;
  /** What to do about a wrong row. */
  readonly advice?: string;
}

const usualAdvice = "Correct the row, or map the fields in the configuration (`fields: { question: … }`).";

/**
 * Checks a row against a schema, its fields renamed by a mapping.
 *
 * @throws ErrataError that says where the row stands, which field is wrong, what was expected, and which fields it has.
 */
export function checkRow<Row>(
  value: unknown,
  { schema, place, mapping = {}, advice = usualAdvice }: RowCheck<Row>,
): Row {
  const parsed = schema.safeParse(mapFields(value, mapping));
  if (parsed.success) return parsed.data;
  const { path, message } = parsed.error.issues[0]!;
  const [field, ...inner] = path.map(String);
  if (field === undefined) throw new ErrataError(`${place}: ${message}.`, { advice });
  const name = [mapping[field] ?? field, ...inner].join(".");
  throw new ErrataError(`${place}: field "${name}": ${message}. ${fieldsOf(value)}`, { advice });
}

function mapFields(row: unknown, mapping: FieldMapping): unknown {
  if (typeof row !== "object" || row === null) return row;
  const values = row as Record<string, unknown>;
  return {
    ...values,
    ...Object.fromEntries(Object.entries(mapping).map(([field, source]) => [field, values[source]])),
  };
}

function fieldsOf(row: unknown): string {
  return `The row has the fields ${Object.keys(row as object).join(", ") || "none"}.`;
}
