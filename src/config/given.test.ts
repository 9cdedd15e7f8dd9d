import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { dataStorage } from "../datasets/storage/index.ts";
import { contaminationOf, loadGiven } from "./given.ts";
import { parseConfig } from "./load.ts";
import type { Config } from "./schema.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "errata-given-"));
  const rows = Array.from({ length: 40 }, (_, i) => ({
    id: `p${i}`,
    problem: `What is ${i} + 1?`,
    answer: `${i + 1}`,
  }));
  writeFileSync(join(folder, "problems.jsonl"), rows.map((row) => JSON.stringify(row)).join("\n"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const configOf = (data: unknown) => parseConfig({ target: { kind: "embedded" }, data }, "a test");
const file = "problems.jsonl";
const load = (config: Config) => loadGiven(config, folder, dataStorage({ ERRATA_DATA_DIR: folder }));

describe("loadGiven", () => {
  it("splits one file by id into parts that share no problem", async () => {
    const { seedProblems, benchmarkProblems } = await load(
      configOf({ seeds: { file, part: [0, 0.6] }, benchmarks: { held: { file, part: [0.6, 1] } } }),
    );
    expect(seedProblems!.length + benchmarkProblems!.length).toBe(40);
    expect(benchmarkProblems!.every(({ benchmark }) => benchmark === "held")).toBe(true);
  });

  it("refuses a problem that is learnt from and measured on, and says which", async () => {
    const config = configOf({ seeds: { file, limit: 5 }, benchmarks: { held: { file } } });
    await expect(load(config)).rejects.toThrow('share a problem: "p0" is "p0"');
  });

  it("gives the dialogues of MathChat's files, and refuses to learn from their problems", async () => {
    const row = (question: string) =>
      JSON.stringify({
        question,
        answer: "#### 2",
        followup: "A: And?\nB: \\ANSWER{3}\nA: And?\nB: \\ANSWER{4}",
      });
    writeFileSync(join(folder, "follow_up.jsonl"), [row("How many?"), row("What is 1 + 1?")].join("\n"));
    const mathchat = { followUps: "follow_up.jsonl", limit: 1 };
    const { dialogues } = await load(configOf({ seeds: { file }, mathchat }));
    expect(dialogues!.map(({ rounds }) => rounds[0]!.question)).toEqual(["How many?"]);
    const both = configOf({ seeds: { file }, mathchat: { ...mathchat, limit: 2 } });
    await expect(load(both)).rejects.toThrow('The seeds and the dialogues share a problem: "p1"');
  });

  it("leaves out what a published training split repeats of the test split, and says so", async () => {
    mkdirSync(join(folder, "tal_scq5k"));
    const rows = (split: string, numbers: number[]) =>
      numbers.map((number) =>
        JSON.stringify({
          id: `${split}-${number}`,
          problem: `${number} + 1?`,
          answer: "A",
          choices: ["1", "2"],
        }),
      );
    writeFileSync(join(folder, "tal_scq5k/train.jsonl"), rows("train", [1, 2, 3, 4]).join("\n"));
    writeFileSync(join(folder, "tal_scq5k/test.jsonl"), rows("test", [4, 5, 6]).join("\n"));
    const train = { dataset: "tal-scq5k-en", split: "train" };
    const test = { dataset: "tal-scq5k-en", split: "test" };
    const leftOut: string[] = [];
    const loadNoting = (data: unknown) =>
      loadGiven(configOf(data), folder, dataStorage({ ERRATA_DATA_DIR: folder }), (sentence) =>
        leftOut.push(sentence),
      );

    const { seedProblems } = await loadNoting({ seeds: train, benchmarks: { tal: test } });
    expect(seedProblems!.map(({ id }) => id)).toEqual(["train-1", "train-2", "train-3"]);
    expect(leftOut).toEqual([
      '1 of the 4 seeds are left out: their training split repeats questions of a test split that is measured on ("train-4" is "test-4").',
    ]);
    await expect(loadNoting({ seeds: test, benchmarks: { tal: test } })).rejects.toThrow("share a problem");
    await expect(
      loadNoting({ seeds: { file: "tal_scq5k/test.jsonl" }, benchmarks: { tal: test } }),
    ).rejects.toThrow("share a problem");
  });

  it("leaves out what was not given, so that no stage runs on nothing", async () => {
    expect(Object.keys(await load(configOf({ seeds: { file } })))).toEqual([
      "seedProblems",
      "novelFromProblems",
    ]);
  });

  it("puts the sources of a list one after the other", async () => {
    const seeds = [
      { file, part: [0.5, 1] },
      { file, part: [0, 0.5] },
    ];
    expect((await load(configOf({ seeds }))).seedProblems).toHaveLength(40);
  });

  it("reads a data set from the folder of prepared data, its part and at most so many", async () => {
    mkdirSync(join(folder, "gsm8k"));
    renameSync(join(folder, file), join(folder, "gsm8k/train.jsonl"));
    const seeds = { dataset: "gsm8k", split: "train", part: [0, 0.8], limit: 7 };
    expect((await load(configOf({ seeds }))).seedProblems).toHaveLength(7);
  });

  it("says which data sets there are", () => {
    expect(() => configOf({ seeds: { dataset: "gsm9k", split: "train" } })).toThrow(
      /there is no data set "gsm9k"; there are gsm8k, math, [\s\S]*data\.seeds\.dataset/,
    );
  });

  it("needs a split where a data set has several, and one that it has", () => {
    expect(() => configOf({ seeds: { dataset: "gsm8k" } })).toThrow("gsm8k has the splits train and test");
    expect(() => configOf({ seeds: { dataset: "svamp", split: "train" } })).toThrow(
      "svamp has the split test",
    );
  });
});

describe("contaminationOf", () => {
  it.each([
    [{ seeds: { file, split: "test" } }, "the seeds come from a test split"],
    [{ seeds: { dataset: "gsm8k", split: "test" } }, "the seeds come from a test split"],
    [
      { seeds: { dataset: "gsm8k", split: "train" }, dev: { dataset: "svamp" } },
      "the dev problems come from a test split",
    ],
    [{ seeds: { dataset: "gsm8k", split: "train" } }, null],
    [{ seeds: { dataset: "asdiv", part: [0, 0.5] }, dev: { dataset: "mawps" } }, null],
    [{ seeds: { file }, dev: { file, split: "test" } }, "the dev problems come from a test split"],
    [{ seeds: { file }, benchmarks: { held: { file, split: "test" } } }, null],
  ])("of %j is %j", (data, reason) => {
    expect(contaminationOf(configOf(data))).toBe(reason);
  });
});
