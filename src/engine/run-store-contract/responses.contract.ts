import { describe, expect, it } from "vitest";
import type { RunStore } from "../run-store.ts";
import { planned, request, response } from "./rows.fixture.ts";

/** What a run store promises of the answers of language models. */
export function describeResponses(store: () => RunStore): void {
  describe("responses", () => {
    it("gives back what was stored, to the letter", async () => {
      expect(store().response("a")).toBeUndefined();
      await store().putResponse("a", "s", "model", request, response);
      expect(store().response("a")).toEqual(response);
    });

    it("gives back reasoning, and that tokens are estimated", async () => {
      const usage = { inputTokens: 3, outputTokens: 5, isEstimated: true } as const;
      const estimated = { ...response, reasoning: "one and\u0000 one", usage };
      await store().putResponse("a", "s", "model", request, estimated);
      expect(store().response("a")).toEqual(estimated);
    });

    it("keeps the first response under a key", async () => {
      await store().putResponse("a", "s", "model", request, response);
      await store().putResponse("a", "s", "model", request, { ...response, text: "another" });
      expect(store().response("a")).toEqual(response);
    });

    it("are counted for the step that asked", async () => {
      store().adoptPlan([planned("m/1/a"), planned("m/1/b")]);
      store().beginStep("m/1/a");
      store().beginStep("m/1/b");
      await Promise.all(
        ["1", "2"].map((key) => store().putResponse(key, "m/1/a", "model", request, response)),
      );
      expect(store().step("m/1/a")?.calls).toEqual({ count: 2, inputTokens: 6, outputTokens: 10 });
      expect(store().step("m/1/b")?.calls).toEqual({ count: 0, inputTokens: 0, outputTokens: 0 });
    });

    it("are credited to a step that stands earlier in the plan, and to none that stands later", async () => {
      const counts = () =>
        store()
          .steps()
          .map(({ calls }) => calls.count);
      const plan = ["m/1/a", "m/1/b", "m/1/c"];
      store().adoptPlan(plan.map((id) => planned(id)));
      for (const id of plan) store().beginStep(id);
      await store().putResponse("1", "m/1/b", "model", request, response);
      store().creditResponse("1", "m/1/c");
      expect(counts()).toEqual([0, 1, 0]);
      store().creditResponse("1", "m/1/a");
      expect(counts()).toEqual([1, 0, 0]);
    });

    it("are credited to whoever asks once their own step is gone", async () => {
      await store().putResponse("1", "gone", "model", request, response);
      store().adoptPlan([planned("m/1/a")]);
      store().beginStep("m/1/a");
      store().creditResponse("1", "m/1/a");
      expect(store().step("m/1/a")?.calls.count).toBe(1);
    });
  });

  describe("usage", () => {
    it("is told by step and model, also of steps that left the plan", async () => {
      await store().putResponse("1", "m/1/a", "one", request, response);
      await store().putResponse("2", "m/1/a", "one", request, response);
      await store().putResponse("3", "m/1/a", "two", request, response);
      await store().putResponse("4", "gone", "one", request, {
        ...response,
        usage: { ...response.usage, isEstimated: true },
      });
      const once = { inputTokens: 3, outputTokens: 5 };
      expect(store().usage()).toEqual([
        { step: "gone", model: "one", ...once, estimatedCalls: 1 },
        { step: "m/1/a", model: "one", inputTokens: 6, outputTokens: 10, estimatedCalls: 0 },
        { step: "m/1/a", model: "two", ...once, estimatedCalls: 0 },
      ]);
    });

    it("counts a response under one key once", async () => {
      await store().putResponse("1", "m/1/a", "one", request, response);
      await store().putResponse("1", "m/1/b", "one", request, response);
      expect(store().usage()).toHaveLength(1);
    });
  });
}
