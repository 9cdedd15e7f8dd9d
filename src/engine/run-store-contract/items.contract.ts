import { beforeEach, describe, expect, it } from "vitest";
import type { RunStore, StoredItem } from "../run-store.ts";
import { attempt, bare, ids, item, nothing, planned } from "./rows.fixture.ts";

/** What a run store promises of the items and the artifacts of a step. */
export function describeItems(store: () => RunStore): void {
  describe("items", () => {
    beforeEach(() => {
      store().adoptPlan([planned("m/1/a"), planned("m/1/b")]);
      store().beginStep("m/1/a");
    });

    it("come back by id, with what became of them", async () => {
      const failed: StoredItem = { id: "1", key: "k", state: "failed", reason: "no answer" };
      const done = item("2", { output: { text: "a\u0000b", list: [1, null] } });
      await Promise.all([store().putItem("m/1/a", done, 0), store().putItem("m/1/a", failed, 0)]);
      expect(store().items("m/1/a")).toEqual([failed, done]);
      expect(store().items("m/1/b")).toEqual([]);
    });

    it("are replaced by a later outcome", async () => {
      await store().putItem("m/1/a", { id: "1", key: "k", state: "failed", reason: "no answer" }, 0);
      await store().putItem("m/1/a", item("1"), 0);
      expect(store().items("m/1/a")).toEqual([item("1")]);
    });

    it("are counted from the beginning of the step: expected, done, failed", async () => {
      store().expectItems("m/1/a", { total: 5, done: 2 });
      await store().putItem("m/1/a", item("3"), 0);
      await store().putItem("m/1/a", item("4", { state: "failed" }), 0);
      store().expectItems("m/1/a", { total: 10, done: 0 });
      expect(store().step("m/1/a")?.items).toEqual({ total: 15, done: 3, failed: 1 });
      store().beginStep("m/1/a");
      expect(store().step("m/1/a")?.items).toEqual({ total: 0, done: 0, failed: 0 });
      expect(store().items("m/1/a")).toHaveLength(2);
    });

    it("that the finished step did not have are forgotten", async () => {
      await Promise.all(["old", "new"].map((id) => store().putItem("m/1/a", item(id), 0)));
      store().finishStep("m/1/a", nothing, { ...bare, itemIds: new Set(["new"]) });
      expect(ids(store().items("m/1/a"))).toEqual(["new"]);
    });
  });

  describe("items without an answer", () => {
    beforeEach(() => {
      store().adoptPlan([planned("m/1/a")]);
      store().beginStep("m/1/a");
    });

    it("count as failed, and stay known once the step is done", async () => {
      const unanswered: StoredItem = {
        id: "1",
        key: "k",
        state: "unanswered",
        reason: "connection closed",
      };
      await store().putItem("m/1/a", unanswered, 0);
      await store().putItem("m/1/a", item("2"), 0);
      store().finishStep("m/1/a", nothing, { ...bare, itemIds: new Set(["1", "2"]) });
      expect(store().items("m/1/a")[0]).toEqual(unanswered);
      expect(store().step("m/1/a")).toMatchObject({ items: { done: 1, failed: 1 }, unanswered: 1 });
    });
  });

  describe("artifacts", () => {
    beforeEach(() => {
      store().adoptPlan([planned("m/1/a")]);
      store().beginStep("m/1/a");
    });

    it("come back in the order they were given, by name", () => {
      const attempts = ["b", "a", "c"].map(attempt);
      store().finishStep("m/1/a", { ...nothing, artifacts: { attempts, diagnoses: [] } }, bare);
      expect(store().artifacts("m/1/a", "attempts")).toEqual(attempts);
      expect(store().artifacts("m/1/a", "diagnoses")).toEqual([]);
      expect(store().artifacts("m/1/b", "attempts")).toEqual([]);
    });

    it("are replaced as a whole", () => {
      const finish = (...problems: string[]) =>
        store().finishStep("m/1/a", { ...nothing, artifacts: { attempts: problems.map(attempt) } }, bare);
      finish("a", "b");
      finish("c");
      expect(store().artifacts("m/1/a", "attempts")).toEqual([attempt("c")]);
    });

    it("are stored together with the end of the step, or not at all", () => {
      const unstorable = { ...attempt("b"), output: 1n as unknown as string };
      const artifacts = { attempts: [attempt("a"), unstorable] };
      expect(() => store().finishStep("m/1/a", { ...nothing, artifacts }, bare)).toThrow(TypeError);
      expect(store().step("m/1/a")?.state).toBe("running");
      expect(store().artifacts("m/1/a", "attempts")).toEqual([]);
    });
  });
}
