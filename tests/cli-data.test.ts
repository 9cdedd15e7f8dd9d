import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ConfigInput } from "../src/config/schema.ts";
import { dataSets, splitsOf } from "../src/datasets/registry/index.ts";
import { publishMath } from "../src/datasets/registry/publish-math.fixture.ts";
import { type Hub, startHub } from "../src/datasets/storage/hub.fixture.ts";
import { createTestBench, type TestBench } from "./support/test-environment.ts";
import { toyConfig, writeToyProject } from "./support/toy-problems.ts";

let bench: TestBench;
let hub: Hub;
beforeEach(async () => {
  bench = createTestBench();
  hub = await startHub();
  const cache = join(bench.folder, "cache");
  bench.environment.variables = { ERRATA_CACHE_DIR: cache, HF_ENDPOINT: hub.origin };
});
afterEach(async () => {
  bench.remove();
  await hub.close();
});

describe("errata data list", () => {
  it("lists every split with its size, and where the data is", async () => {
    expect(await bench.errata("data", "list")).toBe(0);
    for (const dataSet of Object.values(dataSets)) {
      for (const [split, { problems }] of splitsOf(dataSet)) {
        const size = problems.toLocaleString("en-US");
        expect(bench.output()).toMatch(new RegExp(`^${dataSet.name} +${split} +${size}  no`, "m"));
      }
    }
    expect(bench.output()).toContain(
      `Downloaded data sets lie in ${join(bench.folder, "cache", "data-sets")}.`,
    );
  });
});

describe("errata data pull", () => {
  it("downloads once, and tells what it has", async () => {
    publishMath(hub);
    expect(await bench.errata("data", "pull", "math", "--split", "test")).toBe(0);
    expect(bench.output()).toMatch(/^math test: 5,000 problems, \d\.\d MB, 7 files downloaded$/m);
    await bench.errata("data", "pull", "math", "--split", "test");
    expect(bench.output()).toMatch(/^math test: .* there already$/m);
    await bench.errata("data", "list");
    expect(bench.output()).toMatch(/^math +train +7,500 +no /m);
    expect(bench.output()).toMatch(/^math +test +5,000 +downloaded /m);
  });

  it("says what is wrong with what it got, and keeps nothing of that", async () => {
    publishMath(hub);
    const [first] = hub.files.keys();
    hub.files.set(first!, { bytes: new TextEncoder().encode("<html>Sign in</html>"), isLarge: true });
    expect(await bench.errata("data", "pull", "math", "--split", "test")).toBe(1);
    expect(bench.errors()).toMatch(/test-00000-of-00001\.parquet cannot be read as Parquet/);
    hub.files.clear();
    expect(await bench.errata("data", "pull", "math500")).toBe(1);
    expect(bench.errors()).toMatch(/✗ .*MATH-500.* is not there \(EntryNotFound\)/);
    expect(readdirSync(bench.folder)).not.toContain("cache");
  });

  it.each([
    [["pull"], /needs the name of a data set/],
    [["pull", "gsm9k"], /Did you mean "gsm8k"\?/],
    [["fetch"], /There is no "data fetch"/],
    [["show", "math", "--problems", "0"], /--problems needs a whole number/],
  ])("%j is no command", async (rest, message) => {
    expect(await bench.errata("data", ...rest)).toBe(2);
    expect(bench.errors()).toMatch(message);
  });
});

describe("errata run", () => {
  beforeEach(() => {
    const data: ConfigInput["data"] = { ...toyConfig.data, novelFrom: { dataset: "math", split: "test" } };
    writeToyProject(bench.folder, { ...toyConfig, data, until: "attempt" });
    publishMath(hub);
  });

  it("says before it downloads what a configuration names, and does so once", async () => {
    const announcement =
      /^Downloading math test \(5,000 problems\) from EleutherAI\/hendrycks_math on Hugging Face into /m;
    expect(await bench.errata("run"), bench.errors()).toBe(0);
    expect(bench.errors()).toMatch(announcement);
    await bench.errata("run");
    expect(bench.errors()).not.toMatch(announcement);
  });

  it("downloads nothing when it is told so, and says what is missing", async () => {
    expect(await bench.errata("run", "--offline")).toBe(1);
    expect(bench.errors()).toMatch(/The data set math is not on this machine .* nothing may be downloaded/);
    expect(bench.errors()).toContain("`errata data pull math`");
    expect(hub.requests).toEqual([]);
    await bench.errata("data", "pull", "math", "--split", "test");
    expect(await bench.errata("run", "--offline"), bench.errors()).toBe(0);
  });
});

describe("errata data show", () => {
  it("tells what a data set is without downloading it", async () => {
    expect(await bench.errata("data", "show", "gsm8k")).toBe(0);
    expect(bench.output()).toContain("GSM8K: grade-school word problems");
    expect(bench.output()).toContain("licence  MIT");
    expect(bench.output()).toContain(
      "train: 7,473 rows, not here yet; `errata data pull gsm8k` downloads it",
    );
    expect(hub.requests).toEqual([]);
  });

  it("shows the rules that reached rows, and problems", async () => {
    const folder = join(bench.folder, "prepared");
    bench.environment.variables = { ERRATA_DATA_DIR: folder };
    mkdirSync(join(folder, "tal_scq5k"), { recursive: true });
    const row = { problem: "1+1?", answer: "B", choices: ["1", "2"], level: "1" };
    const rows = ["one", "again"].map((id) => JSON.stringify({ id, ...row }));
    writeFileSync(join(folder, "tal_scq5k/test.jsonl"), rows.join("\n"));
    expect(await bench.errata("data", "show", "tal-scq5k-en", "--split", "test")).toBe(0);
    expect(bench.output()).toContain(
      [
        "test: 2 rows, 1 problem",
        "  1 left out: it repeats an earlier row, options included",
        "    again",
        "",
        "  one (1)",
        "  │ 1+1?",
        "  │ (A) 1",
        "  │ (B) 2",
        "  = (B) 2",
      ].join("\n"),
    );
  });
});
