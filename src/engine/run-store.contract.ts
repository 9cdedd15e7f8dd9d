import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Attempt } from "../domain/attempt.ts";
import type { Generation, GenerationRequest } from "../models/language-model.ts";
import type { PlannedStep, RunStore, StoredItem } from "./run-store.ts";

const request: GenerationRequest = { prompt: "1 + 1?", maxOutputTokens: 8, temperature: 0, stop: ["\n"] };
const response: Generation = {
  text: "two\u0000 — ½ \u{1F600}\n",
  finishReason: "length",
  usage: { inputTokens: 3, outputTokens: 5 },
};
const planned = (id: string, key = "k"): PlannedStep => {
  const [line = "", place = "", stage = ""] = id.split("/");
  return { id, line, iteration: Number(place), stage, key };
};
const attempt = (problemId: string): Attempt => ({
  problemId,
  output: "o",
  prediction: null,
  verdict: "no-answer",
  how: "",
});
const item = (id: string, more: Partial<StoredItem> = {}): StoredItem => ({
  id,
  key: "item-key",
  state: "done",
  output: { n: 1 },
  ...more,
});
const bare = { itemIds: new Set<string>(), seconds: 0, madeFrom: [] };
const nothing = { artifacts: {}, in: 0, done: 0, notDone: {} };
const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

/** What every adapter of the run store promises. `open` gives a fresh store. */
export function describeRunStore(name: string, open: () => RunStore): void {
  describe(name, () => {
    let store: RunStore;
    beforeEach(() => {
      store = open();
    });
    afterEach(() => store.close());

    describe("responses", () => {
      it("gives back what was stored, to the letter", async () => {
        expect(store.response("a")).toBeUndefined();
        await store.putResponse("a", "s", "model", request, response);
        expect(store.response("a")).toEqual(response);
      });

      it("gives back reasoning, and that tokens are estimated", async () => {
        const usage = { inputTokens: 3, outputTokens: 5, isEstimated: true } as const;
        const estimated = { ...response, reasoning: "one and\u0000 one", usage };
        await store.putResponse("a", "s", "model", request, estimated);
        expect(store.response("a")).toEqual(estimated);
      });

      it("keeps the first response under a key", async () => {
        await store.putResponse("a", "s", "model", request, response);
        await store.putResponse("a", "s", "model", request, { ...response, text: "another" });
        expect(store.response("a")).toEqual(response);
      });

      it("are counted for the step that asked", async () => {
        store.adoptPlan([planned("m/1/a"), planned("m/1/b")]);
        store.beginStep("m/1/a");
        store.beginStep("m/1/b");
        await Promise.all(
          ["1", "2"].map((key) => store.putResponse(key, "m/1/a", "model", request, response)),
        );
        expect(store.step("m/1/a")?.calls).toEqual({ count: 2, inputTokens: 6, outputTokens: 10 });
        expect(store.step("m/1/b")?.calls).toEqual({ count: 0, inputTokens: 0, outputTokens: 0 });
      });

      it("are credited to a step that stands earlier in the plan, and to none that stands later", async () => {
        const counts = () => store.steps().map(({ calls }) => calls.count);
        const plan = ["m/1/a", "m/1/b", "m/1/c"];
        store.adoptPlan(plan.map((id) => planned(id)));
        for (const id of plan) store.beginStep(id);
        await store.putResponse("1", "m/1/b", "model", request, response);
        store.creditResponse("1", "m/1/c");
        expect(counts()).toEqual([0, 1, 0]);
        store.creditResponse("1", "m/1/a");
        expect(counts()).toEqual([1, 0, 0]);
      });

      it("are credited to whoever asks once their own step is gone", async () => {
        await store.putResponse("1", "gone", "model", request, response);
        store.adoptPlan([planned("m/1/a")]);
        store.beginStep("m/1/a");
        store.creditResponse("1", "m/1/a");
        expect(store.step("m/1/a")?.calls.count).toBe(1);
      });
    });

    describe("usage", () => {
      it("is told by step and model, also of steps that left the plan", async () => {
        await store.putResponse("1", "m/1/a", "one", request, response);
        await store.putResponse("2", "m/1/a", "one", request, response);
        await store.putResponse("3", "m/1/a", "two", request, response);
        await store.putResponse("4", "gone", "one", request, {
          ...response,
          usage: { ...response.usage, isEstimated: true },
        });
        const once = { inputTokens: 3, outputTokens: 5 };
        expect(store.usage()).toEqual([
          { step: "gone", model: "one", ...once, estimatedCalls: 1 },
          { step: "m/1/a", model: "one", inputTokens: 6, outputTokens: 10, estimatedCalls: 0 },
          { step: "m/1/a", model: "two", ...once, estimatedCalls: 0 },
        ]);
      });

      it("counts a response under one key once", async () => {
        await store.putResponse("1", "m/1/a", "one", request, response);
        await store.putResponse("1", "m/1/b", "one", request, response);
        expect(store.usage()).toHaveLength(1);
      });
    });

    describe("steps", () => {
      it("are unknown until they begin", () => {
        store.adoptPlan([planned("m/1/a")]);
        expect(store.step("m/1/a")).toBeUndefined();
        expect(store.steps()).toEqual([]);
      });

      it("say what they are while they run", () => {
        store.adoptPlan([planned("m/1/a", "the key")]);
        store.beginStep("m/1/a");
        expect(store.step("m/1/a")).toEqual({
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
        store.adoptPlan([planned("m/1/a")]);
        store.beginStep("m/1/a");
        const counts = { in: 3, done: 2, notDone: { because: 1 }, remarks: ["not joined"] };
        store.finishStep("m/1/a", { artifacts: {}, ...counts }, { ...bare, seconds: 1.5 });
        expect(store.step("m/1/a")).toMatchObject({ state: "done", counts, seconds: 1.5 });
      });

      it("add up the seconds that were worked, also of processes that came to no end", async () => {
        store.adoptPlan([planned("m/1/a")]);
        store.beginStep("m/1/a");
        await store.putItem("m/1/a", item("1"), 2);
        await store.putItem("m/1/a", item("2", { state: "failed" }), 0.5);
        expect(store.step("m/1/a")?.seconds).toBe(2.5);
        store.beginStep("m/1/a");
        await store.putItem("m/1/a", item("2"), 1);
        store.finishStep("m/1/a", nothing, { ...bare, seconds: 4 });
        expect(store.step("m/1/a")?.seconds).toBe(7.5);
      });

      it("come back in the order of the plan, whatever the order in which they began", () => {
        const plan = ["m/1/c", "m/1/a", "m/1/b"];
        store.adoptPlan(plan.map((id) => planned(id)));
        for (const id of plan.toReversed()) store.beginStep(id);
        expect(ids(store.steps())).toEqual(plan);
      });

      it("take the places of a new plan", () => {
        store.adoptPlan([planned("m/1/a"), planned("m/1/b")]);
        store.beginStep("m/1/a");
        store.beginStep("m/1/b");
        store.adoptPlan([planned("m/1/b"), planned("m/1/new"), planned("m/1/a")]);
        store.beginStep("m/1/new");
        expect(ids(store.steps())).toEqual(["m/1/b", "m/1/new", "m/1/a"]);
      });
    });

    describe("a new plan", () => {
      beforeEach(async () => {
        store.adoptPlan([planned("m/1/a"), planned("m/1/b")]);
        for (const id of ["m/1/a", "m/1/b"]) {
          store.beginStep(id);
          await store.putItem(id, item("1"), 0);
          await store.putResponse(`response-of-${id}`, id, "model", request, response);
          store.finishStep(
            id,
            { ...nothing, artifacts: { attempts: [attempt("p")] } },
            { ...bare, itemIds: new Set(["1"]) },
          );
        }
      });
      const stored = (id: string) => ({
        step: store.step(id)?.state,
        items: store.items(id).length,
        artifacts: store.artifacts(id, "attempts").length,
        response: store.response(`response-of-${id}`) !== undefined,
      });

      it("keeps the steps whose key is the same", () => {
        store.adoptPlan([planned("m/1/a"), planned("m/1/b")]);
        expect(stored("m/1/a")).toEqual({ step: "done", items: 1, artifacts: 1, response: true });
      });

      it("forgets a step under another key, but not its items and responses", () => {
        store.adoptPlan([planned("m/1/a"), planned("m/1/b", "another")]);
        expect(stored("m/1/a").step).toBe("done");
        expect(stored("m/1/b")).toEqual({ step: undefined, items: 1, artifacts: 0, response: true });
      });

      it("forgets all of a step that is gone but its responses", () => {
        store.adoptPlan([planned("m/1/a")]);
        expect(stored("m/1/b")).toEqual({ step: undefined, items: 0, artifacts: 0, response: true });
      });

      it("forgets items of a step that went while it was planned under another key", () => {
        store.adoptPlan([planned("m/1/a"), planned("m/1/b", "another")]);
        store.adoptPlan([planned("m/1/a")]);
        expect(stored("m/1/b").items).toBe(0);
      });
    });

    describe("items", () => {
      beforeEach(() => {
        store.adoptPlan([planned("m/1/a"), planned("m/1/b")]);
        store.beginStep("m/1/a");
      });

      it("come back by id, with what became of them", async () => {
        const failed: StoredItem = { id: "1", key: "k", state: "failed", reason: "no answer" };
        const done = item("2", { output: { text: "a\u0000b", list: [1, null] } });
        await Promise.all([store.putItem("m/1/a", done, 0), store.putItem("m/1/a", failed, 0)]);
        expect(store.items("m/1/a")).toEqual([failed, done]);
        expect(store.items("m/1/b")).toEqual([]);
      });

      it("are replaced by a later outcome", async () => {
        await store.putItem("m/1/a", { id: "1", key: "k", state: "failed", reason: "no answer" }, 0);
        await store.putItem("m/1/a", item("1"), 0);
        expect(store.items("m/1/a")).toEqual([item("1")]);
      });

      it("are counted from the beginning of the step: expected, done, failed", async () => {
        store.expectItems("m/1/a", { total: 5, done: 2 });
        await store.putItem("m/1/a", item("3"), 0);
        await store.putItem("m/1/a", item("4", { state: "failed" }), 0);
        store.expectItems("m/1/a", { total: 10, done: 0 });
        expect(store.step("m/1/a")?.items).toEqual({ total: 15, done: 3, failed: 1 });
        store.beginStep("m/1/a");
        expect(store.step("m/1/a")?.items).toEqual({ total: 0, done: 0, failed: 0 });
        expect(store.items("m/1/a")).toHaveLength(2);
      });

      it("that the finished step did not have are forgotten", async () => {
        await Promise.all(["old", "new"].map((id) => store.putItem("m/1/a", item(id), 0)));
        store.finishStep("m/1/a", nothing, { ...bare, itemIds: new Set(["new"]) });
        expect(ids(store.items("m/1/a"))).toEqual(["new"]);
      });
    });

    describe("items without an answer", () => {
      beforeEach(() => {
        store.adoptPlan([planned("m/1/a")]);
        store.beginStep("m/1/a");
      });

      it("count as failed, and stay known once the step is done", async () => {
        const unanswered: StoredItem = {
          id: "1",
          key: "k",
          state: "unanswered",
          reason: "connection closed",
        };
        await store.putItem("m/1/a", unanswered, 0);
        await store.putItem("m/1/a", item("2"), 0);
        store.finishStep("m/1/a", nothing, { ...bare, itemIds: new Set(["1", "2"]) });
        expect(store.items("m/1/a")[0]).toEqual(unanswered);
        expect(store.step("m/1/a")).toMatchObject({ items: { done: 1, failed: 1 }, unanswered: 1 });
      });
    });

    describe("a step that is done again", () => {
      const attempts = (...ids: string[]) => ({ ...nothing, artifacts: { attempts: ids.map(attempt) } });
      beforeEach(async () => {
        store.adoptPlan([planned("m/1/a"), planned("m/1/b"), planned("m/1/other")]);
        for (const id of ["m/1/a", "m/1/b", "m/1/other"]) {
          store.beginStep(id);
          await store.putItem(id, item("1"), 1);
          store.finishStep(id, attempts("p"), { ...bare, itemIds: new Set(["1"]) });
        }
        store.beginStep("m/1/a");
      });

      it("has no counts until its end", () => {
        expect(store.step("m/1/a")).toMatchObject({ state: "running", counts: null });
        expect(store.artifacts("m/1/a", "attempts")).toHaveLength(1);
      });

      it("leaves what is made from it, where it comes to the same", () => {
        store.finishStep("m/1/a", { ...attempts("p"), in: 1, done: 1 }, { ...bare, madeFrom: ["m/1/b"] });
        expect(ids(store.steps())).toEqual(["m/1/a", "m/1/b", "m/1/other"]);
      });

      it("takes what is made from it along, but for its items, where it comes to something else", () => {
        store.finishStep("m/1/a", attempts("p", "q"), { ...bare, madeFrom: ["m/1/b"] });
        expect(ids(store.steps())).toEqual(["m/1/a", "m/1/other"]);
        expect(store.artifacts("m/1/b", "attempts")).toEqual([]);
        expect(store.items("m/1/b")).toHaveLength(1);
        store.beginStep("m/1/b");
        expect(store.step("m/1/b")).toMatchObject({ state: "running", key: "k", seconds: 0 });
      });
    });

    describe("artifacts", () => {
      beforeEach(() => {
        store.adoptPlan([planned("m/1/a")]);
        store.beginStep("m/1/a");
      });

      it("come back in the order they were given, by name", () => {
        const attempts = ["b", "a", "c"].map(attempt);
        store.finishStep("m/1/a", { ...nothing, artifacts: { attempts, diagnoses: [] } }, bare);
        expect(store.artifacts("m/1/a", "attempts")).toEqual(attempts);
        expect(store.artifacts("m/1/a", "diagnoses")).toEqual([]);
        expect(store.artifacts("m/1/b", "attempts")).toEqual([]);
      });

      it("are replaced as a whole", () => {
        const finish = (...problems: string[]) =>
          store.finishStep("m/1/a", { ...nothing, artifacts: { attempts: problems.map(attempt) } }, bare);
        finish("a", "b");
        finish("c");
        expect(store.artifacts("m/1/a", "attempts")).toEqual([attempt("c")]);
      });

      it("are stored together with the end of the step, or not at all", () => {
        const unstorable = { ...attempt("b"), output: 1n as unknown as string };
        const artifacts = { attempts: [attempt("a"), unstorable] };
        expect(() => store.finishStep("m/1/a", { ...nothing, artifacts }, bare)).toThrow(TypeError);
        expect(store.step("m/1/a")?.state).toBe("running");
        expect(store.artifacts("m/1/a", "attempts")).toEqual([]);
      });
    });
  });
}
