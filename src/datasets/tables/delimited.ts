import { ErrataError } from "../../foundation/errors.ts";
import type { TableRow } from "./table-row.ts";

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

interface Record {
  readonly line: number;
  readonly fields: readonly string[];
}

/** A field with what ends it; a quoted one may hold anything. */
const fieldPatterns = {
  ",": /(?:"([^"]*(?:""[^"]*)*)"|([^",\r\n][^,\r\n]*)?)(,|\r?\n|\r|$)/y,
  "\t": /(?:"([^"]*(?:""[^"]*)*)"|([^"\t\r\n][^\t\r\n]*)?)(\t|\r?\n|\r|$)/y,
} as const;

function readRecords(content: string, delimiter: "," | "\t", file: string): Record[] {
  const text = content.replace(/^\uFEFF/, "");
  const pattern = new RegExp(fieldPatterns[delimiter]);
  const records: Record[] = [];
  let fields: string[] = [];
  let line = 1;
  let firstLine = 1;
  while (pattern.lastIndex < text.length || fields.length > 0) {
    const found = pattern.exec(text);
    if (!found) throw badQuotes(file, line);
    const [all, quoted, plain, end] = found;
    fields.push(quoted?.replaceAll('""', '"') ?? plain ?? "");
    line += all.match(/\r?\n|\r/g)?.length ?? 0;
    if (end === delimiter) continue;
    const isEmptyLine = fields.length === 1 && all === end;
    if (!isEmptyLine) records.push({ line: firstLine, fields });
    fields = [];
    firstLine = line;
  }
  return records;
}

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
