import { CsvError, type Info, parse } from "csv-parse/sync";
import { ErrataError } from "../../foundation/errors.ts";
import type { TableRow } from "./table-row.ts";

/** A record and where the reader stood after it. */
interface Parsed {
  record: string[];
  info: Info;
}

/**
 * Reads comma- or tab-separated values (RFC 4180): the first record names the columns, and a field in double quotes may
 * hold delimiters, line breaks and doubled quotes.
 */
export function readDelimited(text: string, delimiter: "," | "\t", file: string): TableRow[] {
  const [header, ...records] = parseRecords(text, delimiter, file);
  if (!header) return [];
  const names = header.record;
  refuseRepeatedNames(names, file);
  return records.map((parsed) => {
    const place = `line ${firstLineOf(parsed)}`;
    const fields = parsed.record;
    if (fields.length !== names.length) {
      throw new ErrataError(
        `${file}, ${place}: ${fields.length} fields, and the first line names ${names.length}.`,
        { advice: "Put a field that holds the delimiter or a line break in double quotes." },
      );
    }
    return { place, value: Object.fromEntries(names.map((name, column) => [name, fields[column]])) };
  });
}

function parseRecords(text: string, delimiter: string, file: string): Parsed[] {
  try {
    return parse(text, {
      bom: true,
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as Parsed[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new ErrataError(
      `${file}, line ${error.lines}: a double quote that is not closed, or not at its field's ends.`,
      { advice: 'Write a field with quotes in it as "so ""called"" here".', cause: error },
    );
  }
}

function firstLineOf({ record, info }: Parsed): number {
  const within = record.reduce((sum, field) => sum + (field.match(/\r?\n|\r/g)?.length ?? 0), 0);
  return info.lines - within;
}

function refuseRepeatedNames(names: readonly string[], file: string): void {
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  if (repeated === undefined) return;
  throw new ErrataError(`${file}, line 1: two columns are called "${repeated}".`, {
    advice: "The first line must name every column once.",
  });
}
