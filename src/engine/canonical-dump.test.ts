import { describe, expect, it } from "vitest";
import { canonicalDump } from "./canonical-dump.ts";
import { openSqliteRunStore } from "./sqlite-run-store.ts";

const steps = ["m/1/a", "m/1/b"].map((id) => ({
  id,
  line: "m",
  iteration: 1,
  stage: id.slice(-1),
  key: "k",
}));
const attempt = { problemId: "p", output: "o", prediction: null, verdict: "empty" as const, how: "" };

/** The dump of a store that was filled with the same things in another order and at another pace. */
async function dumpOf({ reversed, seconds }: { reversed: boolean; seconds: number }): Promise<string[]> {
  const inOrder = <T>(list: T[]) => (reversed ? list.toReversed() : list);
  const store = openSqliteRunStore(":memory:");
  store.adoptPlan(steps);
  for (const { id } of inOrder(steps)) {
    store.beginStep(id);
    const outputs = [{ x: 1, y: 2 }, reversed ? { y: 4, x: 3 } : { x: 3, y: 4 }];
    const items = outputs.map((output, index) => ({
      id: `${index}`,
      key: "k",
      state: "done" as const,
      output,
    }));
    for (const item of inOrder(items)) await store.putItem(id, item, seconds);
    const artifacts = { attempts: [attempt] };
    store.finishStep(
      id,
      { artifacts, in: 2, done: 1, notDone: { why: 1 } },
      { itemIds: new Set(["0", "1"]), seconds, madeFrom: [] },
    );
  }
  const dump = [...canonicalDump(store)];
  store.close();
  return dump;
}

describe("canonicalDump", () => {
  it("is the same whatever the order and the pace of the work", async () => {
    expect(await dumpOf({ reversed: true, seconds: 9 })).toEqual(
      await dumpOf({ reversed: false, seconds: 1 }),
    );
  });

  it("holds every step with its counts, items and artifacts, one JSON object a line", async () => {
    const dump = (await dumpOf({ reversed: false, seconds: 1 })).map((line) => JSON.parse(line));
    expect(dump.slice(0, 4)).toEqual([
      { step: "m/1/a", key: "k", state: "done", counts: { in: 2, done: 1, notDone: { why: 1 } } },
      { step: "m/1/a", item: { id: "0", key: "k", state: "done", output: { x: 1, y: 2 } } },
      { step: "m/1/a", item: { id: "1", key: "k", state: "done", output: { x: 3, y: 4 } } },
      { step: "m/1/a", attempts: attempt },
    ]);
    expect(dump).toHaveLength(8);
  });
});
