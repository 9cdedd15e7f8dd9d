import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import type { TrainingExample } from "../../domain/training-example.ts";
import {
  readAdapter,
  readLlamaConfig,
  readModelWeights,
  readTokenizer,
} from "../../models/embedded/index.ts";
import { tinyDirectory } from "../../models/embedded/test-support.ts";
import type { InfluenceRequest, TrainingSettings } from "../trainer.ts";
import { influencesFrom } from "./influences.ts";
import { createPassPool } from "./pass-pool.ts";
import { fixture, newDirectory, referenceExamples, referenceSettings } from "./test-support.ts";
import { createEmbeddedTrainer } from "./trainer.ts";

type Texts = [prompt: string, completion: string];

/** What PyTorch and PEFT computed on the tiny model (fixtures/less-reference.py). */
const reference: {
  candidates: Texts[];
  targets: Texts[][];
  warmUp: Texts[];
  settings: Partial<TrainingSettings>;
  influences: number[];
} = JSON.parse(readFileSync(fixture("influences.json"), "utf8"));

const examplesOf = (texts: readonly Texts[]): TrainingExample[] =>
  texts.map(([prompt, completion], index) => ({
    id: `${index}`,
    prompt,
    completion,
    recipe: "reference",
    iteration: 1,
    sources: [],
  }));

const trainer = createEmbeddedTrainer({ directory: tinyDirectory, threads: 1 });
/** With one module, little has to be compiled. */
const quick: Omit<InfluenceRequest, "workDirectory"> = {
  candidates: referenceExamples,
  targets: [referenceExamples.slice(0, 1)],
  warmUp: referenceExamples.slice(0, 2),
  settings: { ...referenceSettings, targetModules: ["q_proj"], epochs: 2 },
};
const influences = async (more: Partial<InfluenceRequest> = {}) =>
  trainer.influences!({ ...quick, workDirectory: await newDirectory(), ...more });

describe("influences", () => {
  let undisturbed: (number | null)[];
  const told: number[][] = [];
  beforeAll(async () => {
    undisturbed = await influences({ onProgress: (...progress) => told.push(progress) });
  }, 60_000);

  it("are those of PyTorch and PEFT from the same adapter", async () => {
    const config = await readLlamaConfig(tinyDirectory);
    const { tensors } = await readModelWeights(tinyDirectory, config);
    const passes = createPassPool({ config, tensors }, 1);
    const computed = await influencesFrom(
      await readAdapter(fixture("adapter"), config),
      {
        candidates: examplesOf(reference.candidates),
        targets: reference.targets.map(examplesOf),
        warmUp: examplesOf(reference.warmUp),
        settings: { ...referenceSettings, ...reference.settings },
        workDirectory: await newDirectory(),
      },
      { name: "tiny", config, tokenizer: await readTokenizer(tinyDirectory), passes },
    );
    await passes.close();
    const differences = computed.map((influence, index) =>
      Math.abs(influence! - reference.influences[index]!),
    );
    expect(differences).toHaveLength(reference.influences.length);
    expect(Math.max(...differences)).toBeLessThan(1e-4);
  });

  it("are the same again, are greatest for the target itself, and tell how far they are", async () => {
    expect(await influences()).toEqual(undisturbed);
    expect(undisturbed[0]).toBe(Math.max(...undisturbed.map(Number)));
    expect(told.at(-1)).toEqual([told.length, told.length]);
  });

  it("leaves out what is too long, and says so where no target is left", async () => {
    const long = referenceExamples.toSorted((a, b) => b.prompt.length - a.prompt.length)[0]!;
    const settings = { ...quick.settings, maxSequenceLength: 90 };
    const short = referenceExamples.filter((example) => example !== long);
    const computed = await influences({
      candidates: [...short, long],
      targets: [short, [long]],
      settings,
      warmUp: short,
    });
    expect(computed.map((influence) => influence === null)).toEqual([...short.map(() => false), true]);
    await expect(influences({ targets: [[long]], settings })).rejects.toThrow(
      "none of the targets fits in 90",
    );
  });

  it("stops when aborted, and takes no gradient of a candidate again", async () => {
    const workDirectory = await newDirectory();
    const abort = new AbortController();
    // After the target and two candidates.
    const onProgress = (count: number) => count === 3 && abort.abort(new Error("enough"));
    await expect(influences({ workDirectory, onProgress, signal: abort.signal })).rejects.toThrow("enough");
    const done: number[] = [];
    const resumed = await influences({ workDirectory, onProgress: (count) => done.push(count) });
    expect(resumed).toEqual(undisturbed);
    expect(done[0]).toBeGreaterThanOrEqual(3);
    expect(done.at(-1)).toBe(1 + referenceExamples.length);
  });
});
