import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDelimited } from "./delimited.ts";

const values = (text: string, delimiter: "," | "\t" = ",") =>
  readDelimited(text, delimiter, "a.csv").map(({ place, value }) => [place, value]);

describe("readDelimited", () => {
  it("names fields by the first line, skips empty lines and says where each row begins", () => {
    expect(values('\uFEFFa,b\r\n1,"x, ""y""\nz"\r\n\r\n,3')).toEqual([
      ["line 2", { a: "1", b: 'x, "y"\nz' }],
      ["line 5", { a: "", b: "3" }],
    ]);
    expect(values("a\tb\n1,2\t3", "\t")).toEqual([["line 2", { a: "1,2", b: "3" }]]);
    expect(values("")).toEqual([]);
  });

  it.each([
    ["a,b\n1", "a.csv, line 2: 1 fields, and the first line names 2"],
    ["a,b\n1,2,", "a.csv, line 2: 3 fields, and the first line names 2"],
    ['a,b\n1,"2', "a.csv, line 2: a double quote that is not closed"],
    ['a,b\n1,"2"3', "a.csv, line 2: a double quote"],
    ["a,a\n1,2", 'two columns are called "a"'],
  ])("says what is wrong with %j", (text, message) => {
    expect(() => values(text)).toThrow(message);
  });

  it.each([",", "\t"] as const)("reads back whatever was written, parted by %j", (delimiter) => {
    const field = fc.oneof(fc.string(), fc.stringMatching(/^["\r\n,\t a]*$/));
    const records = fc.integer({ min: 1, max: 4 }).chain((width) => {
      const record = fc.array(field, { minLength: width, maxLength: width });
      return fc.tuple(fc.uniqueArray(field, { minLength: width, maxLength: width }), fc.array(record));
    });
    fc.assert(
      fc.property(records, fc.constantFrom("\n", "\r\n"), ([names, rows], lineEnd) => {
        const text = [names, ...rows].map((record) => record.map(quote).join(delimiter)).join(lineEnd);
        const expected = rows.map((row) => Object.fromEntries(names.map((name, i) => [name, row[i]])));
        expect(readDelimited(text, delimiter, "a.csv").map(({ value }) => value)).toEqual(expected);
      }),
    );
  });
});

const quote = (field: string) => `"${field.replaceAll('"', '""')}"`;
