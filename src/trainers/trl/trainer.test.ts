import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { toyExample, toyExamples, toyRequest, toySettings } from "../toy-training.fixture.ts";
import { describeTrainer } from "../trainer.contract.ts";
import type { InfluenceRequest, TrainingRequest } from "../trainer.ts";
import { TrlTrainerSettings } from "./settings.ts";
import { createTrlTrainer, type TrlTrainerOptions } from "./trainer.ts";

const standIn = fileURLToPath(new URL("./fixtures/stand-in.ts", import.meta.url));

/** An executable that stands in for Python, and does what the file `fate` beside it says. */
function standInPython(folder: string): string {
  const path = join(folder, "python");
  writeFileSync(path, `#!/bin/sh\nexec "${process.execPath}" "${standIn}" "${join(folder, "fate")}" "$@"\n`, {
    mode: 0o755,
  });
  return path;
}

function trainerIn(folder: string, more: object = {}, options: Partial<TrlTrainerOptions> = {}) {
  const { kind, ...settings } = TrlTrainerSettings.parse({
    kind: "trl",
    python: standInPython(folder),
    ...more,
  });
  return createTrlTrainer({ settings, base: { name: "a/b", source: "a/b" }, prompt: "chat", ...options });
}

const decideIn = (folder: string) => (fate: string) => writeFileSync(join(folder, "fate"), fate);

describeTrainer("the trl trainer", async () => {
  const folder = mkdtempSync(join(tmpdir(), "errata-trl-"));
  return {
    open: () => trainerIn(folder),
    openOther: () => trainerIn(folder, { quantization: "4bit" }),
    examples: [...toyExamples, toyExample("long", "very ".repeat(100))],
    settings: toySettings,
    weights: "adapter",
    tooLong: ["long"],
    decide: decideIn(folder),
    close: async () => rmSync(folder, { recursive: true }),
  };
});

describe("the trl trainer", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "errata-trl-"));
    decideIn(folder)("succeed");
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const request = (more?: Partial<TrainingRequest>) => toyRequest(folder, more);
  const read = (name: string) => JSON.parse(readFileSync(join(folder, name), "utf8"));

  it("hands the program the base, the prompt's form and the settings", async () => {
    await trainerIn(folder, { microBatchSize: 2 }).train(request());
    expect(read("request.json")).toMatchObject({
      base: { source: "a/b" },
      prompt: "chat",
      precision: "auto",
      microBatchSize: 2,
      settings: toySettings,
      startFrom: null,
      examples: [{ id: "a", prompt: "a + 1?", completion: " a1." }, {}, {}],
    });
  });

  it("hands it what is held out, and gives the losses that it tells", async () => {
    const { heldOutLosses } = await trainerIn(folder).train(request({ heldOut: toyExamples.slice(1) }));
    expect(read("request.json").heldOut).toMatchObject([{ id: "b" }, { id: "c" }]);
    expect(heldOutLosses).toEqual([{ step: 0, loss: 2 }]);
    expect(await trainerIn(folder).train(request())).not.toHaveProperty("heldOutLosses");
  });

  it("is started by accelerate where that is configured", async () => {
    await trainerIn(folder, { accelerate: "/eight-gpus.yaml" }).train(request());
    expect(read("command.json").slice(0, 4)).toEqual([
      "-m",
      "accelerate.commands.launch",
      "--config_file",
      "/eight-gpus.yaml",
    ]);
  });

  it("asks for an environment where no interpreter is named, and tells what it does", async () => {
    const statuses: string[] = [];
    const provideEnvironment: TrlTrainerOptions["provideEnvironment"] = async (options) => {
      options?.onStatus?.("making it");
      return standInPython(folder);
    };
    const trainer = trainerIn(folder, { python: undefined }, { provideEnvironment });
    await trainer.train(request({ onStatus: (status) => statuses.push(status) }));
    expect(statuses).toEqual(["making it", "loading"]);
  });

  it.each([
    ["lacks trl", /lacks the package trl/, /pip install -r .*requirements\.txt/],
    ["has a bug", /exit code 1.*\n.*\nKeyError: 'surprise'/, /log\.txt/],
    ["is killed", /ended by SIGKILL/, /too little memory/],
    ["says nothing", /without saying that it is done/, /last checkpoint/],
    ["fail", /ran out of memory/, /^Lower something\.$/],
  ])("explains a Python that %s", async (fate, message, advice) => {
    decideIn(folder)(fate);
    await expect(trainerIn(folder).train(request())).rejects.toMatchObject({
      message: expect.stringMatching(message),
      advice: expect.stringMatching(advice),
    });
  });

  it("refuses to train a whole model in four bits", async () => {
    const settings = { ...toySettings, method: "full" as const };
    const trainer = trainerIn(folder, { quantization: "4bit" });
    await expect(trainer.train(request({ settings }))).rejects.toThrow("cannot itself be trained");
  });

  describe("asked for influences", () => {
    const influences = (more: Partial<InfluenceRequest> = {}) =>
      trainerIn(folder, { accelerate: "/eight-gpus.yaml" }).influences!({
        candidates: [...toyExamples, toyExample("long", "very long", "")],
        targets: [toyExamples.slice(1), toyExamples.slice(2)],
        warmUp: toyExamples.slice(0, 1),
        settings: toySettings,
        workDirectory: folder,
        ...more,
      });

    it("hands the program all texts, and tells the largest of every candidate's sums, if it is not too long", async () => {
      const told: unknown[] = [];
      const found = await influences({
        onStatus: (status) => told.push(status),
        onProgress: (...progress) => told.push(progress),
      });
      expect(found).toEqual([0, 1 / 8, 2 / 8, null]);
      expect(told).toEqual(["loading", "warm-up, step 1 of 3", [1, 4], [2, 4], [3, 4]]);
      expect(read("request.json")).toMatchObject({
        examples: [{ prompt: "a + 1?", completion: " a1." }],
        candidates: [{ id: "a" }, { id: "b" }, { id: "c" }, { id: "long" }],
        targets: [[{ id: "b" }, { id: "c" }], [{ id: "c" }]],
        known: [],
      });
      expect(read("command.json")).toHaveLength(2);
    });

    it("names the settings of the warm-up when it fails, and asks for nothing again that was told", async () => {
      decideIn(folder)("fail");
      await expect(influences()).rejects.toMatchObject({
        message: "It ran out of memory.",
        advice: "Lower stages.select.warmUp.epochs.",
      });
      decideIn(folder)("succeed");
      expect(await influences()).toEqual([0, 1 / 8, 2 / 8, null]);
      expect(read("request.json").known).toEqual([[1, 0]]);
    });

    it("says so when the program does not say that it is done", async () => {
      decideIn(folder)("says nothing");
      await expect(influences()).rejects.toThrow("without saying that it is done");
    });
  });
});
