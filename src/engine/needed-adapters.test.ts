import { describe, expect, it } from "vitest";
import type { Adapter } from "../domain/adapter.ts";
import { questionAndSolution } from "../models/prompt-template.ts";
import type { Stage } from "../stages/stage.ts";
import { openSqliteRunStore } from "./sqlite-run-store.ts";
import { runToy, toyRecipe, toyServices, toyStage } from "./toy-run.fixture.ts";

const nothing = { artifacts: {}, in: 0, done: 0, notDone: {} };

/** Leaves an adapter whose key is the step's seed. */
const train = toyStage({
  name: "train",
  mayRead: ["adapters"],
  writes: ["adapters"],
  run: async ({ seed }) => {
    const adapter = { key: seed, digest: "d", examples: 1, trainedTokens: 1, skipped: [], losses: [] };
    return { ...nothing, artifacts: { adapters: [adapter satisfies Adapter] } };
  },
});
const asking = (name: string): Stage =>
  toyStage({
    name,
    mayRead: ["adapters"],
    uses: ["target"],
    async run({ services, read }) {
      await services.target.withAdapter(read("adapters").at(-1) ?? null);
      return nothing;
    },
  });

describe("a model with an adapter", () => {
  it("is served once, and closed when no step is left that needs it", async () => {
    const log: string[] = [];
    const services = toyServices({
      template: questionAndSolution,
      server: {
        baseId: "base",
        async serve(directory) {
          const name = directory?.match(/method.(.+).train/)?.[1] ?? "base";
          log.push(`serve ${name}`);
          return {
            id: name,
            concurrency: 1,
            generate: () => Promise.reject(new Error("not part of this test")),
            close: async () => void log.push(`close ${name}`),
          };
        },
        close: async () => {},
      },
    });
    const store = openSqliteRunStore(":memory:");
    await runToy(store, {
      recipe: toyRecipe([{ stage: asking("attempt") }, { stage: train }, { stage: asking("evaluate") }]),
      iterations: 3,
      services,
      onProgress: ({ kind, step }) => {
        if (kind === "step-done" && step.stage !== train) log.push(step.id.slice("method/".length));
      },
    });
    expect(log.filter((entry) => entry.endsWith(" 1"))).toEqual(["serve 1", "close 1"]);
    expect(log.indexOf("close 1")).toBeGreaterThan(log.indexOf("1/evaluate"));
    expect(log.indexOf("close 1")).toBeGreaterThan(log.indexOf("2/attempt"));
    expect(log.indexOf("close 1")).toBeLessThan(log.indexOf("3/evaluate"));
    expect(log.filter((entry) => entry.endsWith(" base"))).toEqual(["serve base", "close base"]);
    store.close();
  });
});
