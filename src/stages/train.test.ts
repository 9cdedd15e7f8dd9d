import { describe, expect, it } from "vitest";
import type { TrainingExample } from "../domain/training-example.ts";
import type { TrainingResult } from "../trainers/trainer.ts";
import type { AdapterTrainer } from "./stage.ts";
import { adapterOf, contextOf, problemOf } from "./stage-context.fixture.ts";
import { train } from "./train.ts";

const example = (id: string): TrainingExample => ({
  id,
  prompt: id,
  completion: id,
  recipe: "toy",
  iteration: 1,
  sources: [],
});
const adapter = adapterOf("k");
const first = { trainingExamples: [example("a"), example("b")], adapters: [adapter] };
const second = { trainingExamples: [example("c")] };

async function run(made: readonly object[], settings: object = {}, reported: Partial<TrainingResult> = {}) {
  const requests: Parameters<AdapterTrainer["train"]>[0][] = [];
  const trainer: AdapterTrainer = {
    id: "noting",
    async train(request) {
      requests.push(request);
      return {
        adapter: { key: "new", digest: "digest" },
        result: {
          steps: [0.5, 0.25].map((loss, index) => ({
            step: index + 1,
            steps: 2,
            epoch: 1,
            loss,
            learningRate: 0.1,
          })),
          trainedTokens: 7,
          skipped: [{ exampleId: "a", reason: "longer than 512 tokens" }],
          ...reported,
        },
      };
    },
  };
  const context = contextOf({ made, services: { trainer } });
  const result = await train.run(context, train.settings.parse(settings) as never);
  return { result, request: requests[0] };
}
const trainedOn = ({ request }: Awaited<ReturnType<typeof run>>) => request?.examples.map(({ id }) => id);

describe("train", () => {
  it("starts from scratch on everything selected so far", async () => {
    const trained = await run([first, second]);
    expect(trainedOn(trained)).toEqual(["a", "b", "c"]);
    expect(trained.request?.startFrom).toBeNull();
  });

  it("continues the newest adapter on what is new", async () => {
    const trained = await run([first, second], { mode: "continue" });
    expect(trainedOn(trained)).toEqual(["c"]);
    expect(trained.request?.startFrom).toEqual(adapter);
  });

  it("starts from scratch where there is no adapter to continue", async () => {
    const trained = await run([{ trainingExamples: [example("a")] }], { mode: "continue" });
    expect(trainedOn(trained)).toEqual(["a"]);
    expect(trained.request?.startFrom).toBeNull();
  });

  it("records the adapter, and accounts for examples that the trainer could not use", async () => {
    const { result } = await run([first, second]);
    expect(result).toEqual({
      artifacts: {
        adapters: [
          {
            key: "new",
            digest: "digest",
            examples: 2,
            trainedTokens: 7,
            skipped: [{ exampleId: "a", reason: "longer than 512 tokens" }],
            losses: [0.5, 0.25],
          },
        ],
      },
      in: 3,
      done: 2,
      notDone: { "longer than 512 tokens": 1 },
    });
  });

  it("hands the trainer its settings and nothing else", async () => {
    const { request } = await run([first], { rank: 4, epochs: 2 });
    expect(request?.settings).toMatchObject({ rank: 4, epochs: 2, alpha: 32 });
    expect(request?.settings).not.toHaveProperty("mode");
    expect(request?.heldOut).toEqual([]);
  });

  it("has the loss measured on the first dev problems, and says where no loss was told", async () => {
    const dev = { devProblems: ["p", "q", "r"].map((id) => problemOf(id)) };
    const heldOutLosses = [{ step: 0, loss: 1.5 }];
    const { request, result } = await run([dev, first], { heldOut: 2 }, { heldOutLosses });
    expect(request?.heldOut).toMatchObject([
      { prompt: expect.stringContaining("What is p?"), completion: expect.stringContaining("It is p.") },
      { prompt: expect.stringContaining("What is q?") },
    ]);
    expect(request?.settings).not.toHaveProperty("heldOut");
    expect(result.artifacts.adapters).toMatchObject([{ heldOutLosses }]);
    expect(result.remarks).toBeUndefined();
    expect((await run([dev, first], { heldOut: 2 })).result.remarks).toEqual([
      expect.stringContaining("No held-out loss"),
    ]);
  });

  it("says when there is nothing to train on", async () => {
    await expect(run([{ trainingExamples: [] }])).rejects.toThrow("There is nothing to train on");
  });
});
