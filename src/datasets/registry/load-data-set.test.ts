import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { dataStorage } from "../storage/data-storage.ts";
import { type Hub, startHub } from "../storage/hub.fixture.ts";
import { dataSets } from "./catalogue.ts";
import { loadDataSet } from "./load-data-set.ts";
import { publishMath } from "./publish-math.fixture.ts";

let folder: string;
let hub: Hub;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "errata-data-"));
  hub = await startHub();
});
afterEach(async () => {
  rmSync(folder, { recursive: true });
  await hub.close();
});

const published = () => dataStorage({ ERRATA_CACHE_DIR: folder, HF_ENDPOINT: hub.origin });
const prepared = () => dataStorage({ ERRATA_DATA_DIR: folder });

describe("loadDataSet", () => {
  it("reads Parquet files of the hub, one after the other, and then from the cache", async () => {
    publishMath(hub);
    const first = await loadDataSet(dataSets.math, "test", published());
    expect(first.rows).toBe(5000);
    expect(first.problems[1000]).toEqual({
      id: expect.stringMatching(/^math-test-counting_and_probability-[0-9a-f]{8}$/),
      question: "What is 285 + 1?",
      solution: "It is $\\boxed{286}$.",
      answer: "286",
      skill: "Counting & Probability",
      level: "Level 2",
    });
    await hub.close();
    expect(await loadDataSet(dataSets.math, "test", published())).toEqual(first);
  });

  it("says which published row has no answer", async () => {
    publishMath(hub, { solution: "There is no box." });
    await expect(loadDataSet(dataSets.math, "test", published())).rejects.toThrow(
      /test-00000-of-00001\.parquet, row 1: field "answer"/,
    );
  });

  it("refuses another number of rows than is published", async () => {
    publishMath(hub, { rows: 4999 });
    await expect(loadDataSet(dataSets.math, "test", published())).rejects.toThrow(
      "math test has 4999 rows, and 5000 are published",
    );
  });

  it("reads prepared data alone where there is such a folder, and says what is wrong there", async () => {
    mkdirSync(join(folder, "svamp"));
    const file = join(folder, "svamp/test.jsonl");
    await expect(loadDataSet(dataSets.svamp, "test", prepared())).rejects.toThrow(`There is no ${file}`);
    writeFileSync(
      file,
      '{"id":"a","problem":"1+1?","answer":"2","subject":"sums"}\n{"id":"b","question":"?"}\n',
    );
    await expect(loadDataSet(dataSets.svamp, "test", prepared())).rejects.toThrow(
      `${file}, line 2: field "problem"`,
    );
    writeFileSync(file, '{"id":"a","problem":"1+1?","answer":"2","subject":"sums"}\n');
    expect((await loadDataSet(dataSets.svamp, "test", prepared())).problems).toEqual([
      { id: "a", question: "1+1?", solution: "", answer: "2", skill: "sums" },
    ]);
  });
});
