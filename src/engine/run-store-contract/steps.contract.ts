import { beforeEach, describe, expect, it } from "vitest";
import type { RunStore } from "../run-store.ts";
import { attempt, bare, ids, item, nothing, planned, request, response } from "./rows.fixture.ts";

/** What a run store promises of steps and their plan. */
export function describeSteps(store: () => RunStore): void {
  describe("steps", () => {
    it("are unknown until they begin", () => {
      store().adoptPlan([planned("m/1/a")]);
      expect(store().step("m/1/a")).toBeUndefined();
      expect(store().steps()).toEqual([]);
    });

    it("say what they are while they run", () => {
      store().adoptPlan([planned("m/1/a", "the key")]);
      store().beginStep("m/1/a");
      expect(store().step("m/1/a")).toEqual({
        id: "m/1/a",
        line: "m",
        iteration: 1,
        stage: "a",
        key: "the key",
        state: "running",
        items: { total: 0, done: 0, failed: 0 },
        unanswered: 0,
        counts: null,
        seconds: 0,
        calls: { count: 0, inputTokens: 0, outputTokens: 0 },
      });
    });

    it("end with their counts", () => {
      store().adoptPlan([planned("m/1/a")]);
      store().beginStep("m/1/a");
      const counts = { in: 3, done: 2, notDone: { because: 1 }, remarks: ["not joined"] };
      store().finishStep("m/1/a", { artifacts: {}, ...counts }, { ...bare, seconds: 1.5 });
      expect(store().step("m/1/a")).toMatchObject({ state: "done", counts, seconds: 1.5 });
    });

    it("add up the seconds that were worked, also of processes that came to no end", async () => {
      store().adoptPlan([planned("m/1/a")]);
      store().beginStep("m/1/a");
      await store().putItem("m/1/a", item("1"), 2);
      await store().putItem("m/1/a", item("2", { state: "failed" }), 0.5);
      expect(store().step("m/1/a")?.seconds).toBe(2.5);
      store().beginStep("m/1/a");
      await store().putItem("m/1/a", item("2"), 1);
      store().finishStep("m/1/a", nothing, { ...bare, seconds: 4 });
      expect(store().step("m/1/a")?.seconds).toBe(7.5);
    });

    it("come back in the order of the plan, whatever the order in which they began", () => {
      const plan = ["m/1/c", "m/1/a", "m/1/b"];
      store().adoptPlan(plan.map((id) => planned(id)));
      for (const id of plan.toReversed()) store().beginStep(id);
      expect(ids(store().steps())).toEqual(plan);
    });

    it("take the places of a new plan", () => {
      store().adoptPlan([planned("m/1/a"), planned("m/1/b")]);
      store().beginStep("m/1/a");
      store().beginStep("m/1/b");
      store().adoptPlan([planned("m/1/b"), planned("m/1/new"), planned("m/1/a")]);
      store().beginStep("m/1/new");
      expect(ids(store().steps())).toEqual(["m/1/b", "m/1/new", "m/1/a"]);
    });
  });

  describe("a new plan", () => {
    beforeEach(async () => {
      store().adoptPlan([planned("m/1/a"), planned("m/1/b")]);
      for (const id of ["m/1/a", "m/1/b"]) {
        store().beginStep(id);
        await store().putItem(id, item("1"), 0);
        await store().putResponse(`response-of-${id}`, id, "model", request, response);
        store().finishStep(
          id,
          { ...nothing, artifacts: { attempts: [attempt("p")] } },
          { ...bare, itemIds: new Set(["1"]) },
        );
      }
    });
    const stored = (id: string) => ({
      step: store().step(id)?.state,
      items: store().items(id).length,
      artifacts: store().artifacts(id, "attempts").length,
      response: store().response(`response-of-${id}`) !== undefined,
    });

    it("keeps the steps whose key is the same", () => {
      store().adoptPlan([planned("m/1/a"), planned("m/1/b")]);
      expect(stored("m/1/a")).toEqual({ step: "done", items: 1, artifacts: 1, response: true });
    });

    it("forgets a step under another key, but not its items and responses", () => {
      store().adoptPlan([planned("m/1/a"), planned("m/1/b", "another")]);
      expect(stored("m/1/a").step).toBe("done");
      expect(stored("m/1/b")).toEqual({ step: undefined, items: 1, artifacts: 0, response: true });
    });

    it("forgets all of a step that is gone but its responses", () => {
      store().adoptPlan([planned("m/1/a")]);
      expect(stored("m/1/b")).toEqual({ step: undefined, items: 0, artifacts: 0, response: true });
    });

    it("forgets items of a step that went while it was planned under another key", () => {
      store().adoptPlan([planned("m/1/a"), planned("m/1/b", "another")]);
      store().adoptPlan([planned("m/1/a")]);
      expect(stored("m/1/b").items).toBe(0);
    });
  });

  describe("a step that is done again", () => {
    const attempts = (...ids: string[]) => ({ ...nothing, artifacts: { attempts: ids.map(attempt) } });
    beforeEach(async () => {
      store().adoptPlan([planned("m/1/a"), planned("m/1/b"), planned("m/1/other")]);
      for (const id of ["m/1/a", "m/1/b", "m/1/other"]) {
        store().beginStep(id);
        await store().putItem(id, item("1"), 1);
        store().finishStep(id, attempts("p"), { ...bare, itemIds: new Set(["1"]) });
      }
      store().beginStep("m/1/a");
    });

    it("has no counts until its end", () => {
      expect(store().step("m/1/a")).toMatchObject({ state: "running", counts: null });
      expect(store().artifacts("m/1/a", "attempts")).toHaveLength(1);
    });

    it("leaves what is made from it, where it comes to the same", () => {
      store().finishStep("m/1/a", { ...attempts("p"), in: 1, done: 1 }, { ...bare, madeFrom: ["m/1/b"] });
      expect(ids(store().steps())).toEqual(["m/1/a", "m/1/b", "m/1/other"]);
    });

    it("takes what is made from it along, but for its items, where it comes to something else", () => {
      store().finishStep("m/1/a", attempts("p", "q"), { ...bare, madeFrom: ["m/1/b"] });
      expect(ids(store().steps())).toEqual(["m/1/a", "m/1/other"]);
      expect(store().artifacts("m/1/b", "attempts")).toEqual([]);
      expect(store().items("m/1/b")).toHaveLength(1);
      store().beginStep("m/1/b");
      expect(store().step("m/1/b")).toMatchObject({ state: "running", key: "k", seconds: 0 });
    });
  });
}
