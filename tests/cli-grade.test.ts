import { afterEach, expect, it } from "vitest";
import { createTestBench, type TestBench } from "./support/test-environment.ts";

let bench: TestBench;
afterEach(() => bench.remove());

/** The lines of output of `errata grade` for these pieces of standard input. */
async function grade(pieces: Iterable<string>, ...rawArguments: string[]) {
  bench = createTestBench({ input: pieces });
  const code = await bench.errata("grade", ...rawArguments);
  const lines = bench.output().split("\n").filter(Boolean);
  return { code, answers: lines.map((line) => JSON.parse(line)) };
}

const row = (id: string | number, gold: unknown, answer: unknown) =>
  `${JSON.stringify({ id, gold, answer })}\n`;

it("answers every line of standard input, in order", async () => {
  const { code, answers } = await grade([
    row("a", "1/2", "So \\boxed{0.5}."),
    row("b", "3", "#### 4") + row(7, 3, 3),
    row("c", "5", "").trimEnd(),
  ]);
  expect(code).toBe(0);
  expect(answers.map(({ id, equal }) => [id, equal])).toEqual([
    ["a", true],
    ["b", false],
    [7, true],
    ["c", null],
  ]);
  expect(answers.at(-1).how).toBe("the output is empty");
  expect(bench.errors()).toBe("");
});

it("reports a bad line with its number, answers it with null, and goes on", async () => {
  const { code, answers } = await grade([
    `${row("a", "1", "1")}\n{"id": \n`,
    '{"id": "c", "gold": "1"}\n{"gold": "2", "answer": "2"}',
  ]);
  expect(code).toBe(1);
  expect(answers.map(({ id, equal }) => [id, equal])).toEqual([
    ["a", true],
    [null, null],
    ["c", null],
    [5, true],
  ]);
  expect(bench.errors()).toMatch(/^line 3: not JSON\nline 4: answer: .+\n$/);
});

it("answers one pair", async () => {
  const { code, answers } = await grade([], "--gold", "1/2", "--answer", "It is \\boxed{0.5}.");
  expect({ code, answers }).toMatchObject({ code: 0, answers: [{ equal: true }] });
});

it("answers no input with no output", async () => {
  expect(await grade([])).toEqual({ code: 0, answers: [] });
});

it("is not held up by inputs that would take for ever", async () => {
  const hostile = [
    "2003^{2002^{2001}}",
    "9!!!!!!!",
    "(".repeat(100_000),
    "\\boxed{".repeat(50_000),
    "1".repeat(300_000),
  ];
  const { code, answers } = await grade(
    hostile.map((answer, index) => row(index, "1", answer)).concat(row("last", "1", "1")),
  );
  expect(code).toBe(0);
  expect(answers.filter(({ equal }) => equal === true)).toMatchObject([{ id: "last" }]);
  expect(answers).toHaveLength(hostile.length + 1);
});

it.each([
  [["--gold", "1"], "belong together"],
  [["--timeout", "soon", "--gold", "1", "--answer", "1"], "--timeout needs a whole number"],
])("refuses %j", async (rawArguments, text) => {
  expect((await grade([], ...rawArguments)).code).toBe(2);
  expect(bench.errors()).toContain(text);
});
