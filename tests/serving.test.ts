import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseConfig } from "../src/config/load.ts";
import { createServices } from "../src/config/services.ts";
import { runFolderAt } from "../src/engine/run-folder.ts";
import { type AdapterServer, startAdapterServer } from "../src/models/serving/adapter-server.fixture.ts";
import type { Trainer } from "../src/trainers/trainer.ts";
import { createTestBench, type TestBench } from "./support/test-environment.ts";
import { toyConfig, toyProblems, writeToyProject } from "./support/toy-problems.ts";
import { createToyServices, toyAnswerOf } from "./support/toy-services.ts";

const seeds = toyProblems("seed", 18);

let bench: TestBench;
let standIn: AdapterServer;
let exitCode: number;
beforeAll(async () => {
  standIn = await startAdapterServer({ answer: toyAnswerOf });
  const target = {
    kind: "openai-compatible",
    baseUrl: standIn.baseUrl,
    model: "base",
    prompt: "completion",
    adapters: { kind: "vllm" },
  } as const;
  const config = { ...toyConfig, target, trainer: { kind: "trl" } } as const;
  bench = createTestBench({
    createServices({ folder }) {
      const { server } = createServices(parseConfig(config, "a test"), folder, runFolderAt(folder));
      return { ...createToyServices(), server, trainer: peftTrainer() };
    },
  });
  writeToyProject(bench.folder, config);
  exitCode = await bench.errata("run");
});
afterAll(async () => {
  await standIn.close();
  bench.remove();
});

/** The toy trainer, with the file beside the weights without which nobody loads an adapter. */
function peftTrainer(): Trainer {
  const { trainer } = createToyServices();
  return {
    id: trainer.id,
    train(request) {
      writeFileSync(join(request.outputDirectory, "adapter_config.json"), JSON.stringify({ r: 8 }));
      return trainer.train(request);
    },
  };
}

/** How often a model was asked each seed problem, with nothing shown before it. */
function seedsAskedOf(model: string): number[] {
  return seeds.map(
    ({ question }) =>
      standIn.asked.filter(
        (call) =>
          call.model === model &&
          call.prompt.split("Question:").length === 2 &&
          call.prompt.includes(question),
      ).length,
  );
}

describe("a run whose target is served by a server that loads adapters", { timeout: 120_000 }, () => {
  it("asks the adapted model in the second iteration, and the base model nothing twice", () => {
    expect(bench.errors()).not.toContain("✗");
    expect(exitCode).toBe(0);
    const adapters = standIn.orders.map(({ body }) => body.lora_name as string);
    const [first] = adapters;
    expect(seedsAskedOf("base")).toEqual(seeds.map(() => 1));
    expect(seedsAskedOf(first!)).toEqual(seeds.map(() => 1));
    const ofBase = standIn.asked.filter(({ model }) => model === "base").map(({ prompt }) => prompt);
    expect(new Set(ofBase).size).toBe(ofBase.length);
  });

  it("leaves nothing on the server, and asks it nothing more when the run is given again", async () => {
    expect(standIn.loaded.size).toBe(0);
    const asked = standIn.asked.length;
    expect(await bench.errata("run")).toBe(0);
    expect(standIn.asked).toHaveLength(asked);
  });
});
