import Papa from "papaparse";
import { ErrataError } from "../../foundation/errors.ts";
import type { TableRow } from "./table-row.ts";

interface Record {
  readonly line: number;
  readonly fields: readonly string[];
}

/**
 * Reads comma- or tab-separated values (RFC 4180): the first record names the columns, and a field in double quotes may
 * hold delimiters, line breaks and doubled quotes.
 */
export function readDelimited(text: string, delimiter: "," | "\t", file: string): TableRow[] {
  const [header, ...records] = readRecords(text, delimiter, file);
  if (!header) return [];
  refuseRepeatedNames(header.fields, file);
  return records.map(({ line, fields }) => {
    const place = `line ${line}`;
    if (fields.length !== header.fields.length) {
      throw new ErrataError(
        `${file}, ${place}: ${fields.length} fields, and the first line names ${header.fields.length}.`,
        { advice: "Put a field that holds the delimiter or a line break in double quotes." },
      );
    }
    return { place, value: Object.fromEntries(header.fields.map((name, column) => [name, fields[column]])) };
  });
}

/** The records of a text with the line on which each begins, without empty lines; one column can hold nothing, though. */
function readRecords(text: string, delimiter: string, file: string): Record[] {
  const { data, errors } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ""), { delimiter });
  let next = 1;
  const records = data.map((fields): Record => {
    const line = next;
    next += 1 + fields.reduce((sum, field) => sum + lineBreaksIn(field), 0);
    return { line, fields };
  });
  for (const { type, row } of errors) {
    if (type === "Quotes") throw badQuotes(file, records[row ?? 0]?.line ?? next);
  }
  if (/[\r\n]$/.test(text)) records.pop();
  const columns = records[0]?.fields.length ?? 0;
  return records.filter(({ fields }) => columns === 1 || fields.length > 1 || fields[0] !== "");
}

const lineBreaksIn = (field: string): number => field.match(/\r?\n|\r/g)?.length ?? 0;

function refuseRepeatedNames(names: readonly string[], file: string): void {
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  if (repeated === undefined) return;
  throw new ErrataError(`${file}, line 1: two columns are called "${repeated}".`, {
    advice: "The first line must name every column once.",
  });
}

function badQuotes(file: string, line: number): ErrataError {
  return new ErrataError(
    `${file}, line ${line}: a double quote that is not closed, or not at its field's ends.`,
    {
      advice: 'Write a field with quotes in it as "so ""called"" here".',
    },
  );
}
