import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { parquetWriteBuffer } from "hyparquet-writer";
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
  it("reads rows under the usual names and skips empty lines", async () => {
    const file = fileOf(
      '{"id":"a","problem":"1+1?","solution":"1+1=2","answer":"2","skill":"sums","level":1}',
      "",
      '{"id":2,"problem":"?","answer":7}',
    );
    expect(await readProblems(file)).toEqual([
      { id: "a", question: "1+1?", solution: "1+1=2", answer: "2", skill: "sums", level: "1" },
      { id: "2", question: "?", solution: "", answer: "7" },
    ]);
  });

  it("maps fields, and takes the answer that a solution states", async () => {
    const file = fileOf('{"key":"a","text":"1+1?","worked":"1,000 + 234 = 1,234\\n#### 1,234"}');
    const fields = { id: "key", question: "text", solution: "worked", answer: "worked" };
    expect((await readProblems(file, fields))[0]).toMatchObject({
      id: "a",
      question: "1+1?",
      answer: "1234",
    });
  });

  it.each([
    ["choices.jsonl", '{"id":"a","problem":"1+1?","answer":"B","choices":["1","2"]}'],
    ["lettered.jsonl", '{"id":"a","problem":"1+1?","answer":"B","choices":["(A) 1","(B) 2"]}'],
    ["choices.csv", 'id,problem,answer,choices\na,1+1?,B,"[""A. 1"",""B. 2""]"'],
    ["choices.tsv", 'id\tproblem\tanswer\tchoices\na\t1+1?\tB\t["1","2"]'],
    ["choices.json", '[{"id":"a","problem":"1+1?","answer":"B","choices":["1","2"]}]'],
  ])("puts the options of %s under the question", async (name, text) => {
    const file = join(folder, name);
    writeFileSync(file, text);
    expect(await readProblems(file)).toEqual([
      {
        id: "a",
        question: "1+1?\n(A) 1\n(B) 2",
        solution: "",
        answer: "(B) 2",
        choices: ["(A) 1", "(B) 2"],
      },
    ]);
  });

  it("reads Parquet", async () => {
    const file = join(folder, "problems.parquet");
    const columnData = [
      { name: "id", data: ["a", "b"], type: "STRING" as const },
      { name: "problem", data: ["1+1?", "2+2?"], type: "STRING" as const },
      { name: "answer", data: [2n, 4n], type: "INT64" as const },
      { name: "solution", data: [null, "2+2=4"], type: "STRING" as const },
    ];
    writeFileSync(file, new Uint8Array(parquetWriteBuffer({ columnData })));
    expect(await readProblems(file)).toEqual([
      { id: "a", question: "1+1?", solution: "", answer: "2" },
      { id: "b", question: "2+2?", solution: "2+2=4", answer: "4" },
    ]);
  });

  it.each([
    ["{not json", "line 2: not JSON"],
    ["7", "line 2: Invalid input: expected object"],
    ['{"id":"b","problem":"?","answer":""}', 'line 2: field "answer"'],
    [
      '{"id":"b","answer":"1"}',
      'line 2: field "problem": Invalid input: expected string, received undefined',
    ],
    ['{"id":"b","question":"?","answer":"1"}', "The row has the fields id, question, answer"],
    ['{"id":"b","problem":"?","answer":"A","choices":"none"}', 'line 2: field "choices"'],
    [
      '{"id":"b","problem":"?","answer":"C","choices":["1","2"]}',
      'line 2: the answer is "C", and the options',
    ],
    ['{"id":"a","problem":"?","answer":"1"}', 'two problems have the id "a"'],
  ])("says where the row %s is bad", async (row, message) => {
    const file = fileOf('{"id":"a","problem":"?","answer":"1"}', row);
    await expect(readProblems(file)).rejects.toThrow(message);
  });

  it("says which file is missing, and which kinds it knows", async () => {
    await expect(readProblems(join(folder, "none.jsonl"))).rejects.toThrow("There is no file");
    const file = join(folder, "problems.xlsx");
    writeFileSync(file, "");
    await expect(readProblems(file)).rejects.toThrow("no kind of file that problems are read from");
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
