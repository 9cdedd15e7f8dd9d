import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parquetReadObjects } from "hyparquet";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { runCommandLine } from "../src/cli/command-line.ts";
import { goodToken, startWritableHub, type WritableHub } from "../src/cli/push/hub.fixture.ts";
import type { ConfigInput } from "../src/config/schema.ts";
import type { Trainer } from "../src/trainers/trainer.ts";
import { createTestBench, type TestBench } from "./support/test-environment.ts";
import { toyConfig, writeToyProject } from "./support/toy-problems.ts";
import { createToyServices } from "./support/toy-services.ts";

const target = { kind: "openai-compatible", baseUrl: "http://127.0.0.1:9/v1", model: "owner/base" } as const;
const config: ConfigInput = {
  ...toyConfig,
  iterations: 1,
  target: { ...target, adapters: { kind: "vllm" } },
  trainer: { kind: "trl" },
};

let bench: TestBench;
let runFolder: string;
beforeAll(async () => {
  bench = createTestBench({ createServices: () => ({ ...createToyServices(), trainer: peftTrainer() }) });
  writeToyProject(bench.folder, config);
  expect(await bench.errata("run")).toBe(0);
  runFolder = join(bench.folder, "runs", "toy");
});
afterAll(() => bench.remove());

let hub: WritableHub;
beforeEach(async () => {
  hub = await startWritableHub();
});
afterEach(() => hub.close());

/** The toy trainer with the files that Hugging Face's tools leave beside the weights. */
function peftTrainer(): Trainer {
  const { trainer } = createToyServices();
  return {
    ...trainer,
    async train(request) {
      const result = await trainer.train(request);
      const write = (name: string, text: string) => writeFileSync(join(request.outputDirectory, name), text);
      write("adapter_config.json", JSON.stringify({ r: 8, base_model_name_or_path: "/data/models/base" }));
      const weights = join(request.outputDirectory, "adapter_model.safetensors");
      writeFileSync(weights, `${readFileSync(weights, "utf8")},${" padding".repeat(20)}`);
      write("trainer_state.json", "{}");
      return result;
    },
  };
}

function push(rawArguments: string[], variables: Record<string, string> = {}): Promise<number> {
  const all = { HF_TOKEN: goodToken, HF_ENDPOINT: hub.origin, ...variables };
  const given = ["push", ...rawArguments, "--run", runFolder];
  // What an earlier command wrote is cleared by the bench's own.
  return bench
    .errata("--version")
    .then(() => runCommandLine(given, { ...bench.environment, variables: all }));
}

const textOf = (repository: string, path: string) =>
  Buffer.from(hub.repositories.get(repository)!.files.get(path)!).toString("utf8");

/** The metadata and the text of a card. */
function readCard(card: string) {
  const [, metadata, text] = /^---\n(.*?)---\n(.*)$/s.exec(card)!;
  return { metadata: parse(metadata!), text: text! };
}

describe("errata push adapter", () => {
  it("uploads what others need of it, with a card by the hub's rules", async () => {
    expect(await push(["adapter", "--repo", "me/small", "--license", "mit"])).toBe(0);
    const { files, commits, isPrivate } = hub.repositories.get("models/me/small")!;
    expect([...files.keys()].sort()).toEqual([
      "README.md",
      "adapter_config.json",
      "adapter_model.safetensors",
    ]);
    expect(commits).toHaveLength(1);
    expect(isPrivate).toBe(false);
    expect(hub.inParts).toBe(1);
    expect(textOf("models/me/small", "adapter_model.safetensors")).toMatch(/^subtract,multiply, padding/);
    expect(JSON.parse(textOf("models/me/small", "adapter_config.json"))).toEqual({
      r: 8,
      base_model_name_or_path: "owner/base",
    });
    const { metadata, text } = readCard(textOf("models/me/small", "README.md"));
    expect(metadata).toEqual({
      license: "mit",
      base_model: "owner/base",
      base_model_relation: "adapter",
      library_name: "peft",
      pipeline_tag: "text-generation",
      tags: ["errata", "sei", "lora"],
    });
    expect(text).toMatch(/\| held-out \| 12 \| 33\.3% \(13\.8–60\.9\) \| \d+\.\d% \(\S+\) \| \+\d/);
    for (const part of ["learningRate", "cannot subtract", "seeds.jsonl", "Errata", "## Counts"]) {
      expect(text).toContain(part);
    }
    expect(text).not.toContain(bench.folder);
    expect(bench.output() + bench.errors()).not.toContain(goodToken);
    expect(bench.output()).toContain(`Pushed to ${hub.origin}/me/small`);
  });

  it("shows the card and the files of a dry run, and asks the hub nothing", async () => {
    expect(await push(["adapter", "--repo", "me/small", "--dry-run"], { HF_TOKEN: "" })).toBe(0);
    expect(bench.output()).toContain("base_model: owner/base");
    expect(bench.output()).toMatch(/\d+ bytes {2}adapter_model\.safetensors/);
    expect(hub.requests).toEqual([]);
  });

  it("makes a private repository, and puts nothing private into one that is public", async () => {
    expect(await push(["adapter", "--repo", "me/mine", "--private"])).toBe(0);
    expect(hub.repositories.get("models/me/mine")!.isPrivate).toBe(true);
    expect(await push(["adapter", "--repo", "me/mine", "--private"])).toBe(0);
    hub.repositories.get("models/me/mine")!.isPrivate = false;
    expect(await push(["adapter", "--repo", "me/mine", "--private"])).toBe(1);
    expect(bench.errors()).toContain("is public, so nothing was pushed");
  });

  it.each([
    ["no token", { HF_TOKEN: "" }, "me/small", "HF_TOKEN is not set"],
    ["another kind of token", { HF_TOKEN: "secret-1" }, "me/small", "no token of the hub"],
    ["a token that the hub does not know", { HF_TOKEN: "hf_other" }, "me/small", "does not accept the token"],
    ["a token without the right", {}, "others/small", "may not write to others/small"],
  ])("says what is wrong with %s", async (_, variables, repo, message) => {
    expect(await push(["adapter", "--repo", repo], variables)).toBe(1);
    expect(bench.errors()).toContain(message);
    expect(bench.errors()).not.toMatch(/secret-1|hf_other/);
  });

  it("publishes no secret", async () => {
    expect(await push(["adapter", "--repo", "me/small"], { OTHER_API_KEY: "cannot subtract" })).toBe(1);
    expect(bench.errors()).toContain("README.md holds the value of the environment variable OTHER_API_KEY");
    expect(hub.requests).toEqual([]);
  });

  it("needs the name of a repository, and something to push", async () => {
    expect(await push(["adapter", "--repo", "small"])).toBe(2);
    expect(await push(["weights", "--repo", "me/small"])).toBe(2);
    expect(await push(["adapter", "--repo", "me/small", "--adapter", "base"])).toBe(1);
    expect(bench.errors()).toContain("The base model is not this run's to push");
  });
});

describe("errata push data", () => {
  it("uploads the rows as a table that the hub shows", async () => {
    expect(await push(["data", "--repo", "me/errors", "--license", "cc-by-4.0"])).toBe(0);
    const { files } = hub.repositories.get("datasets/me/errors")!;
    const [file] = [...files.keys()].filter((path) => path.endsWith(".parquet"));
    const bytes = files.get(file!)!;
    const rows = await parquetReadObjects({ file: new Uint8Array(bytes).buffer });
    expect(rows.length).toBeGreaterThan(0);
    const { metadata, text } = readCard(textOf("datasets/me/errors", "README.md"));
    expect(metadata).toMatchObject({
      license: "cc-by-4.0",
      size_categories: ["n<1K"],
      tags: ["errata", "sei", "synthetic"],
      configs: [{ config_name: "default", data_files: [{ split: "train", path: file }] }],
    });
    expect(text).toContain(`${rows.length} worked problems: what the method selected`);
  });
});

describe("errata push of other runs", () => {
  let other: TestBench;
  afterEach(() => other.remove());

  async function runOf(more: Partial<ConfigInput>, trainer: Trainer = peftTrainer()): Promise<void> {
    other = createTestBench({ createServices: () => ({ ...createToyServices(), trainer }) });
    writeToyProject(other.folder, { ...config, ...more });
    expect(await other.errata("run")).toBe(0);
  }
  const pushOther = (...rawArguments: string[]) =>
    other.errata("push", ...rawArguments, "--run", "runs/toy", "--repo", "me/small", "--dry-run");

  it("marks what learnt from a test split", async () => {
    await runOf({ data: { ...config.data, seeds: { file: "seeds.jsonl", split: "test" } } });
    expect(await pushOther("adapter")).toBe(0);
    expect(other.output()).toContain("**Contaminated: the seeds come from a test split.**");
    expect(other.errors()).toContain("the seeds come from a test split");
  });

  it("cannot push what a provider keeps, but the data", async () => {
    const { trainer } = createToyServices();
    const hosting: Trainer = {
      ...trainer,
      async train(request) {
        const result = await trainer.train(request);
        const [weights] = readdirSync(request.outputDirectory);
        rmSync(join(request.outputDirectory, weights!));
        writeFileSync(join(request.outputDirectory, "hosted-model.json"), '{"model":"ft:base:1"}');
        return result;
      },
    };
    await runOf({ until: "train" }, hosting);
    expect(await pushOther("model")).toBe(1);
    expect(other.errors()).toContain("ft:base:1 cannot be pushed: its provider keeps the weights");
    expect(await pushOther("data")).toBe(0);
  });

  it("names no path of this machine in a card", async () => {
    await runOf({
      until: "train",
      target: { ...target, model: "/data/models/base", adapters: { kind: "vllm" } },
    });
    expect(await pushOther("adapter")).toBe(1);
    expect(other.errors()).toContain("names a path of this machine, /data/models/base");
  });

  it("pushes a model that was merged before", async () => {
    await runOf({ until: "train" });
    expect(await pushOther("adapter")).toBe(0);
    const digest = /`([0-9a-f]{64})`/.exec(other.output())![1]!;
    const merged = join(other.folder, `runs/toy/serving/errata-${digest.slice(0, 16)}-merged`);
    mkdirSync(merged, { recursive: true });
    writeFileSync(join(merged, "model.safetensors"), "whole");
    writeFileSync(join(merged, "config.json"), "{}");
    expect(await pushOther("model")).toBe(0);
    expect(other.output()).toContain("library_name: transformers");
    expect(other.output()).toMatch(/5 bytes {2}model\.safetensors/);
  });
});
