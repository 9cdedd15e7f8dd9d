import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { dataStorage } from "../storage/data-storage.ts";
import { dataSets, splitNamed, splitsOf } from "./catalogue.ts";
import type { DataSet, SplitName } from "./data-set.ts";
import { type LoadedSplit, loadDataSet } from "./load-data-set.ts";

const folder = process.env.ERRATA_DATA_DIR ?? join(import.meta.dirname, "../../../../shared/data");
const storage = dataStorage({ ERRATA_DATA_DIR: folder });

/** Each split is read once for all tests. */
const loaded = new Map<string, Promise<LoadedSplit>>();
function load(dataSet: DataSet, split: SplitName): Promise<LoadedSplit> {
  const key = `${dataSet.name} ${split}`;
  const loading = loaded.get(key) ?? loadDataSet(dataSet, split, storage);
  loaded.set(key, loading);
  return loading;
}

const splits = Object.values<DataSet>(dataSets).flatMap((dataSet) =>
  splitsOf(dataSet).map(([split, definition]) => ({ dataSet, split, definition, name: dataSet.name })),
);

describe("the data sets", () => {
  it.each(Object.entries<DataSet>(dataSets))("%s is called so, and pinned to a commit", (name, dataSet) => {
    expect(dataSet.name).toBe(name);
    expect(dataSet.source.revision).toMatch(/^[0-9a-f]{40}$/);
    for (const [, { files }] of splitsOf(dataSet)) {
      for (const { sha256 = "" } of files) expect(sha256).toMatch(/^([0-9a-f]{64})?$/);
    }
  });

  it("have a split when it is named, or the only one", () => {
    expect(splitNamed(dataSets.gsm8k, "train")).toBe("train");
    expect(splitNamed(dataSets.svamp, undefined)).toBe("test");
    expect(() => splitNamed(dataSets.gsm8k, undefined)).toThrow("several splits");
    expect(() => splitNamed(dataSets.svamp, "train")).toThrow('no split "train"');
  });

  for (const { dataSet, split, definition, name } of splits) {
    const file = join(folder, definition.prepared);
    const isMissing = !existsSync(file);
    const reason = isMissing ? ` (skipped: no file ${file}; set ERRATA_DATA_DIR)` : "";

    it.skipIf(isMissing)(
      `${name} has the published rows and the stated problems in ${split}${reason}`,
      async () => {
        const { problems, rows, applied } = await load(dataSet, split);
        expect({ rows, problems: problems.length }).toEqual({
          rows: definition.rows,
          problems: definition.problems,
        });
        const leftOut = applied.filter(({ action }) => action === "left out").flatMap(({ ids }) => ids);
        expect(problems.length + leftOut.length).toBe(rows);
        expect(new Set(problems.map(({ id }) => id)).size).toBe(problems.length);
      },
    );
  }
});

describe("the rules for broken rows", () => {
  const isMissing = !existsSync(join(folder, "math/test.jsonl"));
  const reason = isMissing ? " (skipped: no prepared data; set ERRATA_DATA_DIR)" : "";

  it.skipIf(isMissing).each([
    ["math", "train", [12, 3, 2]],
    ["math", "test", [8, 4, 1]],
    ["math500", "test", []],
    ["tal-scq5k-en", "train", [0, 19, 157]],
    ["tal-scq5k-en", "test", [22, 6, 108]],
    ["gaokao-bench-math-en", "test", [1]],
    ["asdiv", "test", [1]],
  ] as const)(`reach known numbers of rows in %s %s${reason}`, async (name, split, counts) => {
    const { applied } = await load(dataSets[name], split);
    expect(applied.map(({ ids }) => ids.length)).toEqual(counts);
  });

  it.skipIf(isMissing).each([
    ["math", "test", "math-test-algebra-1878", "-2, 1"],
    ["math", "test", "math-test-algebra-1730", "-3"],
    ["math", "test", "math-test-prealgebra-177", "6"],
    ["math", "train", "math-train-number_theory-7115", "0"],
    ["gaokao-bench-math-en", "test", "gaokaobench-en-65", "36"],
    ["asdiv", "test", "asdiv-1313", "-1/3"],
    ["sat-math", "test", "sat-math-0", "(D) 10"],
  ] as const)(`give %s %s %s the answer %s${reason}`, async (name, split, id, answer) => {
    const { problems } = await load(dataSets[name], split);
    expect(problems.find((problem) => problem.id === id)?.answer).toBe(answer);
  });
});
