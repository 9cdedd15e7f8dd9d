import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { partById, readProblems } from "./index.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "errata-files-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function fileOf(...lines: string[]): string {
  const file = join(folder, "problems.jsonl");
  writeFileSync(file, lines.join("\n"));
  return file;
}

describe("readProblems", () => {
  it("reads rows under the usual names and skips empty lines", () => {
    const file = fileOf(
      '{"id":"a","problem":"1+1?","solution":"1+1=2","answer":"2"}',
      "",
      '{"id":"b","problem":"?","answer":7}',
    );
    expect(readProblems(file)).toEqual([
      { id: "a", question: "1+1?", solution: "1+1=2", answer: "2" },
      { id: "b", question: "?", solution: "", answer: "7" },
    ]);
  });

  it("maps fields", () => {
    const file = fileOf('{"key":"a","text":"1+1?","gold":"2"}');
    expect(readProblems(file, { id: "key", question: "text", answer: "gold" })[0]).toMatchObject({
      id: "a",
      question: "1+1?",
    });
  });

  it.each([
    ["{not json", "line 2: not JSON"],
    ['{"id":"b","problem":"?","answer":""}', 'line 2: field "answer"'],
    ['{"id":"b","answer":"1"}', 'line 2: field "problem"'],
    ['{"id":"a","problem":"?","answer":"1"}', 'two problems have the id "a"'],
  ])("says where the row %s is bad", (row, message) => {
    const file = fileOf('{"id":"a","problem":"?","answer":"1"}', row);
    expect(() => readProblems(file)).toThrow(message);
  });

  it("says which file is missing", () => {
    expect(() => readProblems(join(folder, "none.jsonl"))).toThrow("There is no file");
  });
});

describe("partById", () => {
  it("splits problems into parts that share none and lose none", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ minLength: 1 })),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (ids, cut) => {
          const problems = ids.map((id) => ({ id, question: "?", solution: "", answer: "1" }));
          const parts = [partById(problems, [0, cut]), partById(problems, [cut, 1])];
          expect(
            parts
              .flat()
              .map(({ id }) => id)
              .sort(),
          ).toEqual([...ids].sort());
        },
      ),
    );
  });
});
