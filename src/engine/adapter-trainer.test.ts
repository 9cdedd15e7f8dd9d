import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { TrainingExample } from "../domain/training-example.ts";
import type { AdapterTrainer } from "../stages/stage.ts";
import type { Trainer, TrainingRequest, TrainingResult, TrainingSettings } from "../trainers/trainer.ts";
import { createAdapterTrainer } from "./adapter-trainer.ts";
import { claimRunFolder, type RunFolder } from "./run-folder.ts";

let folder: RunFolder;
let release: () => void;
beforeEach(() => {
  ({ folder, release } = claimRunFolder(mkdtempSync(join(tmpdir(), "errata-trainer-"))));
});
afterEach(() => {
  release();
  rmSync(folder.path, { recursive: true });
});

const settings: TrainingSettings = {
  method: "lora",
  rank: 1,
  alpha: 1,
  dropout: 0,
  targetModules: ["q_proj"],
  learningRate: 0.1,
  schedule: "linear",
  warmupRatio: 0,
  weightDecay: 0,
  epochs: 1,
  batchSize: 1,
  maxSequenceLength: 8,
  seed: 0,
};
const example = (id: string, completion = "2"): TrainingExample => ({
  id,
  prompt: "1 + 1",
  completion,
  recipe: "toy",
  iteration: 1,
  sources: [],
});
const result: TrainingResult = {
  steps: [{ step: 1, steps: 1, epoch: 1, loss: 0.1 + 0.2, learningRate: 0.1 }],
  trainedTokens: 1,
  skipped: [{ exampleId: "e", reason: "too long" }],
};
type Asked = Parameters<AdapterTrainer["train"]>[0];
const asking = (more: Partial<Asked> = {}): Asked => ({
  examples: [example("a")],
  settings,
  startFrom: null,
  ...more,
});

/** A trainer that writes its completions as weights, and notes what it is asked. */
function notingTrainer(before: () => Promise<void> = async () => {}) {
  const requests: TrainingRequest[] = [];
  const trainer: Trainer = {
    id: "noting",
    async train(request) {
      requests.push(request);
      const weights = join(request.outputDirectory, "adapter_model.safetensors");
      writeFileSync(weights, "half");
      await before();
      writeFileSync(weights, request.examples.map(({ completion }) => completion).join());
      return result;
    },
  };
  return { trainer, requests };
}
const never = new AbortController().signal;
const trainWith = (trainer: Trainer, asked: Asked, baseId = "base") =>
  createAdapterTrainer({ trainer }, baseId, folder, never).train(asked);

describe("createAdapterTrainer", () => {
  it("leaves the adapter in a folder named by its key", async () => {
    const { trainer, requests } = notingTrainer();
    const { adapter, result: reported } = await trainWith(trainer, asking());
    expect(reported).toEqual(result);
    expect(readdirSync(join(folder.path, "adapters"))).toEqual([adapter.key]);
    const weights = join(folder.adapterDirectory(adapter.key), "adapter_model.safetensors");
    expect(readFileSync(weights, "utf8")).toBe("2");
    expect(requests[0]).toMatchObject({ startFrom: null, settings, signal: never });
  });

  it("does not train an adapter again that is there, and reports the same", async () => {
    const { trainer, requests } = notingTrainer();
    const first = await trainWith(trainer, asking());
    expect(await trainWith(trainer, asking())).toEqual(first);
    expect(requests).toHaveLength(1);
  });

  it("trains once for all who ask at the same time", async () => {
    const { trainer, requests } = notingTrainer(() => new Promise(setImmediate));
    const shared = createAdapterTrainer({ trainer }, "base", folder, never);
    const [a, b] = await Promise.all([shared.train(asking()), shared.train(asking())]);
    expect(a).toEqual(b);
    expect(requests).toHaveLength(1);
  });

  it("tells trainings apart by whatever determines the adapter, and by nothing else", async () => {
    const { trainer } = notingTrainer();
    const keyOf = async (more: Partial<Asked>, { id = "noting", base = "base" } = {}) =>
      (await trainWith({ ...trainer, id }, asking(more), base)).adapter.key;
    const startFrom = { key: "k", digest: "d", examples: 0, trainedTokens: 0, skipped: [], losses: [] };
    const keys = await Promise.all([
      keyOf({}),
      keyOf({ examples: [example("a", "3")] }),
      keyOf({ examples: [example("a"), example("b")] }),
      keyOf({ settings: { ...settings, seed: 1 } }),
      keyOf({ startFrom }),
      keyOf({ heldOut: [example("b", "4")] }),
      keyOf({}, { base: "another" }),
      keyOf({}, { id: "another" }),
    ]);
    expect(new Set(keys).size).toBe(keys.length);
    expect(await keyOf({ examples: [example("another id")] })).toBe(keys[0]);
    expect(await keyOf({ heldOut: [] })).toBe(keys[0]);
  });

  it("copies an adapter that another run has, and trains where that is not whole", async () => {
    const { trainer, requests } = notingTrainer();
    const first = await trainWith(trainer, asking());
    const other = claimRunFolder(mkdtempSync(join(tmpdir(), "errata-trainer-")));
    const findAdapter = (key: string) => folder.adapterDirectory(key);
    const copying = createAdapterTrainer({ trainer, findAdapter }, "base", other.folder, never);
    expect(await copying.train(asking())).toEqual(first);
    expect(requests).toHaveLength(1);
    const weights = join(other.folder.adapterDirectory(first.adapter.key), "adapter_model.safetensors");
    expect(readFileSync(weights, "utf8")).toBe("2");
    await copying.train(asking({ examples: [example("a", "3")] }));
    expect(requests).toHaveLength(2);
    other.release();
    rmSync(other.folder.path, { recursive: true });
  });

  it("continues the adapter it is given", async () => {
    const { trainer, requests } = notingTrainer();
    const { adapter } = await trainWith(trainer, asking());
    const startFrom = { ...adapter, examples: 1, trainedTokens: 1, skipped: [], losses: [] };
    await trainWith(trainer, asking({ startFrom }));
    expect(requests[1]?.startFrom).toBe(folder.adapterDirectory(adapter.key));
  });

  it("leaves no adapter behind when training fails, and starts afresh the next time", async () => {
    const failing = notingTrainer(() => Promise.reject(new Error("out of memory")));
    await expect(trainWith(failing.trainer, asking())).rejects.toThrow("out of memory");
    expect(
      readdirSync(join(folder.path, "adapters")).filter((name) => !name.startsWith("unfinished-")),
    ).toEqual([]);
    const found: string[][] = [];
    const looking: Trainer = {
      id: "noting",
      async train(request) {
        found.push(readdirSync(request.outputDirectory));
        return notingTrainer().trainer.train(request);
      },
    };
    await trainWith(looking, asking());
    expect(found).toEqual([[]]);
  });

  it("gives the next try what a failed one kept, until one succeeds", async () => {
    const kept: boolean[] = [];
    const resuming = (fails: boolean): Trainer => ({
      id: "noting",
      async train(request) {
        const checkpoint = join(request.workDirectory, "checkpoint");
        kept.push(existsSync(checkpoint));
        writeFileSync(checkpoint, "half");
        if (fails) throw new Error("killed");
        return notingTrainer().trainer.train(request);
      },
    });
    await expect(trainWith(resuming(true), asking())).rejects.toThrow("killed");
    await trainWith(resuming(false), asking());
    expect(kept).toEqual([false, true]);
    expect(readdirSync(join(folder.path, "trainings"))).toEqual([]);
  });

  it("trains anew where the report of a training was removed, as the message about a damaged one advises", async () => {
    const { trainer } = notingTrainer();
    const { adapter } = await trainWith(trainer, asking());
    const report = join(folder.adapterDirectory(adapter.key), "training.json");
    writeFileSync(report, "{");
    await expect(trainWith(trainer, asking())).rejects.toThrow(`${report} is damaged`);
    rmSync(report);
    expect((await trainWith(trainer, asking())).adapter).toEqual(adapter);
    expect(existsSync(report)).toBe(true);
  });
});
