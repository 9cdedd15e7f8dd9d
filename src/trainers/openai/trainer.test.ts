import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createAdmissions } from "../../models/admission/index.ts";
import { toyExamples, toyRequest, toySettings } from "../toy-training.fixture.ts";
import { describeTrainer } from "../trainer.contract.ts";
import type { TrainingRequest } from "../trainer.ts";
import { impatientClock } from "./impatient-clock.fixture.ts";
import { type ProviderEvent, type ProviderStandIn, startProvider } from "./provider.fixture.ts";
import { OpenAiTrainerSettings } from "./settings.ts";
import { createOpenAiTrainer } from "./trainer.ts";

const trainerAt = (baseUrl: string, more: object = {}) =>
  createOpenAiTrainer({
    settings: { ...OpenAiTrainerSettings.parse({ kind: "openai", baseUrl, ...more }), model: "small" },
    admissions: createAdmissions({ clock: impatientClock, random: () => 0 }),
    variables: { OPENAI_API_KEY: "secret-key" },
    clock: impatientClock,
  });

describeTrainer("the openai trainer", async () => {
  const provider = await startProvider();
  return {
    open: () => trainerAt(provider.baseUrl),
    openOther: () => trainerAt(provider.baseUrl, { learningRateMultiplier: 2 }),
    examples: toyExamples,
    settings: toySettings,
    weights: "hosted",
    tooLong: [],
    decide(fate) {
      provider.fate = fate;
      // A job that succeeded would be found again.
      if (fate !== "succeed") provider.jobs.length = 0;
    },
    close: () => provider.close(),
  };
});

describe("the openai trainer", () => {
  let provider: ProviderStandIn;
  let folder: string;
  beforeEach(async () => {
    provider = await startProvider();
    folder = mkdtempSync(join(tmpdir(), "errata-openai-"));
  });
  afterEach(async () => {
    await provider.close();
    rmSync(folder, { recursive: true });
  });
  const request = (more?: Partial<TrainingRequest>) => toyRequest(folder, more);
  const train = (more?: Partial<TrainingRequest>) => trainerAt(provider.baseUrl).train(request(more));

  it("has a job made of dialogues of two turns, with what can be asked of a provider", async () => {
    const asked = request();
    const settings = { suffix: "errata", batchSize: 4, extra: { integrations: [] } };
    const result = await trainerAt(provider.baseUrl, settings).train(asked);
    const [file] = provider.files.values();
    expect(JSON.parse(file!.content.split("\n")[0]!)).toEqual({
      messages: [
        { role: "user", content: "a + 1?" },
        { role: "assistant", content: "a1." },
      ],
    });
    expect(provider.jobs).toMatchObject([
      {
        model: "small",
        method: {
          type: "supervised",
          supervised: { hyperparameters: { n_epochs: 3, batch_size: 4, learning_rate_multiplier: "auto" } },
        },
        seed: 7,
        suffix: "errata",
        integrations: [],
        metadata: { made_by: "errata", errata_training: expect.stringMatching(/^[0-9a-f]{32}$/) },
      },
    ]);
    expect(JSON.parse(readFileSync(join(asked.outputDirectory, "hosted-model.json"), "utf8"))).toEqual({
      model: "ft:small:ftjob-1",
    });
    expect(result.trainedTokens).toBe(90);
    expect([...provider.authorizations]).toEqual(["Bearer secret-key"]);
  });

  it("says where the job stands, and that it needs nobody to wait for it", async () => {
    const told: string[] = [];
    await train({ onStatus: (status) => told.push(status) });
    const job = (status: string) =>
      `job ftjob-1 at ${provider.baseUrl}: ${status}; it goes on there if this program ends, and is found again`;
    expect(told).toEqual(["uploading 3 training examples", job("queued"), job("running")]);
  });

  it("leaves the job under way when it is aborted, and finds it again", async () => {
    provider.fate = "hang";
    const abort = new AbortController();
    const onStep = () => abort.abort(new Error("enough"));
    await expect(train({ signal: abort.signal, onStep })).rejects.toThrow("enough");
    expect(provider.jobs).toMatchObject([{ status: "running" }]);
    provider.fate = "succeed";
    await train();
    expect(provider.jobs).toHaveLength(1);
    expect(provider.files.size).toBe(1);
  });

  it("continues a model that the provider keeps, and nothing else", async () => {
    writeFileSync(join(folder, "hosted-model.json"), '{"model":"ft:small:earlier"}');
    await train({ startFrom: folder });
    expect(provider.jobs[0]!.model).toBe("ft:small:earlier");
    const local = mkdtempSync(join(folder, "local-"));
    writeFileSync(join(local, "model.safetensors"), "");
    await expect(train({ startFrom: local })).rejects.toThrow("cannot continue the weights");
  });

  it.each([
    [
      { code: "invalid_training_file", message: "Invalid file format. Line 2 has no messages." },
      "(invalid_training_file): Invalid file format. Line 2 has no messages. That line is the training example b.",
      "Correct that",
    ],
    [{ code: "exceeded_quota", message: "You ran out" }, "(exceeded_quota): You ran out.", "Pay in"],
  ])("says why a job failed: %j", async (error, message, advice) => {
    Object.assign(provider, { fate: "fail", error });
    const failure = await train().catch((failure) => failure);
    expect(failure.message).toContain(message);
    expect(failure.advice).toContain(advice);
    provider.fate = "succeed";
    await train();
    expect(provider.jobs.map(({ status }) => status)).toEqual(["failed", "succeeded"]);
  });

  it("says so when a job was cancelled", async () => {
    provider.fate = "hang";
    const onStep = () => {
      provider.jobs[0]!.status = "cancelled";
    };
    await expect(train({ onStep })).rejects.toThrow("The fine-tuning job ftjob-1 was cancelled");
  });

  it.each<ProviderEvent>([
    "upload-received",
    "uploaded",
    "job-received",
    "job-made",
    "listed",
    "polled",
    "events-read",
  ])("begins one job with one file when the connection breaks (%s)", async (broken) => {
    let isFirst = true;
    provider.onEvent = (event) => {
      if (event !== broken || !isFirst) return undefined;
      isFirst = false;
      return "drop";
    };
    const { steps } = await train();
    expect(steps).toHaveLength(6);
    expect(provider.jobs).toHaveLength(1);
    expect(provider.files.size).toBe(1);
  });

  it.each([
    [401, "does not accept the API key", "OPENAI_API_KEY"],
    [400, "could not be asked about the training", "Run the same command again"],
  ])("says what to correct when the provider answers with %d", async (status, message, advice) => {
    provider.onEvent = (event) => (event === "job-received" ? { status, message: "no" } : undefined);
    const failure = await train().catch((failure) => failure);
    expect(failure.message).toContain(message);
    expect(failure.advice).toContain(advice);
  });

  it("asks for the key by the name of its variable", async () => {
    const trainer = trainerAt(provider.baseUrl, { apiKeyVariable: "NO_SUCH_KEY" });
    await expect(trainer.train(request())).rejects.toThrow("environment variable NO_SUCH_KEY is not set");
  });
});

describe("a process that trains at a provider", () => {
  const program = fileURLToPath(new URL("./fixtures/train-process.ts", import.meta.url));

  it.each<ProviderEvent>(["uploaded", "job-made", "polled"])(
    "begins one job with one file when it is killed (%s)",
    async (moment) => {
      const provider = await startProvider();
      const folder = mkdtempSync(join(tmpdir(), "errata-openai-killed-"));
      const start = () => spawn(process.execPath, [program, provider.baseUrl, folder], { stdio: "inherit" });
      const killed = start();
      provider.onEvent = (event) => {
        if (event !== moment) return undefined;
        killed.kill("SIGKILL");
        return "drop";
      };
      await once(killed, "exit");
      provider.onEvent = () => undefined;
      expect(await once(start(), "exit")).toEqual([0, null]);
      expect(existsSync(join(folder, "output", "hosted-model.json"))).toBe(true);
      expect(provider.jobs).toHaveLength(1);
      expect(provider.files.size).toBe(1);
      await provider.close();
      rmSync(folder, { recursive: true });
    },
  );
});
