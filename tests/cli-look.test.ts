import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parquetReadObjects } from "hyparquet";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { createTestBench, type TestBench } from "./support/test-environment.ts";
import { toyConfig, writeToyProblems, writeToyProject } from "./support/toy-problems.ts";
import { createToyServices } from "./support/toy-services.ts";

let bench: TestBench;
let calls = 0;
const run = "runs/toy";
const at = (...path: string[]) => join(bench.folder, ...path);

beforeAll(async () => {
  bench = createTestBench({
    createServices: () =>
      createToyServices(() => {
        calls += 1;
      }),
  });
  writeToyProject(bench.folder);
  await bench.errata("run");
});
afterAll(() => bench.remove());

async function expectOutput(rawArguments: string[], ...texts: (string | RegExp)[]): Promise<void> {
  expect(await bench.errata(...rawArguments), bench.errors()).toBe(0);
  for (const text of texts) expect(bench.output()).toMatch(text);
}

describe("errata status", () => {
  it("accounts for every step", () =>
    expectOutput(
      ["status", run],
      /toy · sei/,
      /begun 2026-01-02 03:04 UTC, finished 2026-01-02 03:04 UTC\n/,
      /step +in +=/,
      /iteration 1 · synthesize +16 +12 +4 +0 +2 arithmetic-wrong, 2 quota-reached/,
      /random-selection · end · train +6 +6 +0 +0/,
      /Paid for models: \$0\.00\n/,
    ));

  it("dumps everything as JSON lines", async () => {
    await expectOutput(["status", run, "--dump"]);
    const lines = bench.output().trim().split("\n");
    expect(lines.map((line) => JSON.parse(line).step)).toContain("method/1/select");
  });

  it("names the runs that there are", async () => {
    expect(await bench.errata("status", "runs/tou")).toBe(1);
    expect(bench.errors()).toContain("The runs beside it are toy.");
  });
});

describe("errata report", () => {
  it("makes the same files anew", async () => {
    const files = ["report.html", "summary.json"].map((name) => at(run, name));
    const before = files.map((file) => readFileSync(file, "utf8"));
    for (const file of files) rmSync(file);
    await expectOutput(["report", run], /Report: .*report\.html/);
    expect(files.map((file) => readFileSync(file, "utf8"))).toEqual(before);
  });
});

describe("errata show", () => {
  it("tells a seed problem from its attempts to the problems written after it", () =>
    expectOutput(
      ["show", run, "seed-1"],
      /seed-1 · seed problem\n +question: \w+/,
      /iteration 1 · attempt\n[\s\S]*verdict: wrong/,
      /keyphrase: cannot subtract/,
      /error types: cannot subtract \(cannot-subtract\)/,
      /iteration 2 · attempt\n[\s\S]*verdict: right/,
      /synthetic problems: synthetic-1-cannot-subtract/,
    ));

  it("tells a benchmark problem before and after", () =>
    expectOutput(
      ["show", run, "test-1"],
      /benchmark problem of held-out/,
      /start · evaluate on held-out\n[\s\S]*verdict: wrong/,
      /iteration 2 · evaluate on held-out\n[\s\S]*verdict: right/,
    ));

  it("tells a synthetic problem from its seeds to its training example, by either id", async () => {
    await bench.errata("export", run, "--format", "alpaca", "--out", "train.jsonl");
    const { id, lineage } = JSON.parse(readFileSync(at("train.jsonl"), "utf8").split("\n")[0]!);
    const texts = [/seeds: seed-/, /rank: \d+ of 12/, /selected: yes/, /training example/, /prompt:\n/];
    await expectOutput(["show", run, lineage.sources[0]], ...texts);
    const told = bench.output();
    await expectOutput(["show", run, id]);
    expect(bench.output()).toBe(told);
  });

  it("tells why a problem was dropped", async () => {
    await bench.errata("status", run, "--dump");
    const dropped = bench
      .output()
      .split("\n")
      .filter((line) => line.includes("arithmetic-wrong"))
      .map((line) => JSON.parse(line).droppedProblems?.origin)
      .find((origin) => origin !== undefined);
    const id = `synthetic-${dropped.iteration}-${dropped.errorTypeId}-${dropped.call}-${dropped.item}`;
    await expectOutput(["show", run, id], /proposed and dropped/, /dropped: arithmetic-wrong: .*states 5/);
  });

  it("asks for more of an id, and suggests", async () => {
    expect(await bench.errata("show", run, "seed-1")).toBe(0);
    expect(await bench.errata("show", run, "synthetic-1")).toBe(1);
    expect(bench.errors()).toMatch(/\d+ items begin with "synthetic-1"/);
    expect(await bench.errata("show", run, "sed-11")).toBe(1);
    expect(bench.errors()).toContain("Did you mean seed-11");
  });
});

describe("errata export", () => {
  const exported = async (format: string, what: string) => {
    await expectOutput(["export", run, "--format", format, "--out", "out", "--what", what], /rows written/);
    return readFileSync(at("out"));
  };
  const lines = (bytes: Buffer) =>
    bytes
      .toString("utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));

  it("writes what was selected, each row with its lineage", async () => {
    const [first, ...rest] = lines(await exported("openai", "training"));
    expect(rest).toHaveLength(5);
    expect(Object.keys(first)).toEqual(["messages"]);
    expect(first.messages.map(({ role }: { role: string }) => role)).toEqual(["user", "assistant"]);
    expect(first.messages[1].content).toContain("####");
    expect(bench.output()).toContain(`Their lineage: ${at("out.lineage.jsonl")}\n`);
    const lineage = lines(readFileSync(at("out.lineage.jsonl")));
    expect(lineage.map(({ line }) => line)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(lineage[0]).toMatchObject({
      recipe: "sei",
      iteration: 1,
      errorTypeId: expect.stringMatching(/^cannot-/),
      sources: expect.arrayContaining([expect.stringMatching(/^synthetic-1-/)]),
      selected: true,
    });
  });

  it("writes every synthetic problem, and the controls' examples on top", async () => {
    const synthetic = lines(await exported("sharegpt", "synthetic"));
    expect(synthetic).toHaveLength(12);
    expect(synthetic.filter(({ lineage }) => lineage.selected)).toHaveLength(6);
    const all = lines(await exported("alpaca", "all"));
    expect(new Set(all.map(({ lineage }) => lineage.recipe))).toEqual(
      new Set(["sei", "random-selection", "untargeted"]),
    );
  });

  it("writes Parquet that reads back as the same rows", async () => {
    const bytes = await exported("parquet", "all");
    const file = new Uint8Array(bytes).buffer;
    const rows = await parquetReadObjects({ file });
    const alpaca = lines(await exported("alpaca", "all"));
    expect(
      rows.map(({ id, question, solution, sources, error_type_id, selected }) => ({
        id,
        instruction: question,
        output: solution,
        sources,
        errorTypeId: error_type_id,
        selected,
      })),
    ).toEqual(
      alpaca.map(({ id, instruction, output, lineage }) => ({
        id,
        instruction,
        output,
        sources: lineage.sources,
        errorTypeId: lineage.errorTypeId,
        selected: lineage.selected,
      })),
    );
  });

  it.each(["openai", "sharegpt", "alpaca", "parquet"])("gives the same %s bytes again", async (format) => {
    expect(await exported(format, "all")).toEqual(await exported(format, "all"));
  });
});

describe("errata evaluate", () => {
  const accuracy = () => /held-out +12 +([\d.]+)%/.exec(bench.output())?.[1];

  it("measures the newest adapter and the base model, without asking again what is known", async () => {
    const before = calls;
    await expectOutput(["evaluate", "--run", run], /iteration 2 · train/, /95% interval/);
    const adapted = accuracy();
    await expectOutput(["evaluate", "--run", run, "--adapter", "base"], /the base model/);
    expect(Number(adapted)).toBeGreaterThan(Number(accuracy()));
    expect(calls).toBe(before);
  });

  it("leaves the run what it was", async () => {
    await bench.errata("status", run, "--dump");
    const before = bench.output();
    await bench.errata("evaluate", "--run", run, "--adapter", "base");
    await bench.errata("status", run, "--dump");
    expect(bench.output()).toBe(before);
  });

  it("measures on the benchmarks of another configuration", async () => {
    writeToyProblems(at("more.jsonl"), "more", 9);
    const other = { ...toyConfig, data: { ...toyConfig.data, benchmarks: { more: { file: "more.jsonl" } } } };
    writeFileSync(at("other.yaml"), stringify(other));
    await expectOutput(["evaluate", "other.yaml", "--run", run, "--benchmark", "more"], /more +9 +100\.0%/);
    expect(await bench.errata("evaluate", "--run", run, "--benchmark", "more")).toBe(1);
    expect(bench.errors()).toContain("Its benchmarks are held-out.");
  });

  it("names the adapters that there are", async () => {
    expect(await bench.errata("evaluate", "--run", run, "--adapter", "zz")).toBe(1);
    expect(bench.errors()).toMatch(/no adapter "zz"\.\n→ There is base; [0-9a-f]{8} \(iteration 1 · train\)/);
  });
});
