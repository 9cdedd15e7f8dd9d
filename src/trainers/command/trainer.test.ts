import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { toyExample, toyExamples, toyRequest, toySettings } from "../toy-training.fixture.ts";
import { describeTrainer } from "../trainer.contract.ts";
import type { TrainingRequest } from "../trainer.ts";
import { createCommandTrainer } from "./trainer.ts";

const standIn = fileURLToPath(new URL("./fixtures/stand-in.ts", import.meta.url));
const trainerOf = (command: string | string[], extra = {}) =>
  createCommandTrainer({ settings: { command, extra }, model: "a-model", prompt: "chat", folder: "." });

describeTrainer("the command trainer", async () => {
  const folder = mkdtempSync(join(tmpdir(), "errata-fate-"));
  const fate = join(folder, "fate");
  const command = [process.execPath, standIn, fate];
  return {
    open: () => trainerOf(command),
    openOther: () => trainerOf(command, { optimizer: "another" }),
    examples: [...toyExamples, toyExample("long", "very ".repeat(100))],
    settings: toySettings,
    weights: "adapter",
    tooLong: ["long"],
    decide: (text) => writeFileSync(fate, text),
    close: async () => rmSync(folder, { recursive: true }),
  };
});

describe("the command trainer", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "errata-command-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const request = (more?: Partial<TrainingRequest>) => toyRequest(folder, more);
  const leave = (file: string) => `touch "$ERRATA_OUTPUT_DIRECTORY/${file}"`;

  it("asks for what it was asked for, with the examples as pairs and as messages", async () => {
    const asked = request({ startFrom: join(folder, "earlier") });
    await trainerOf(leave("model.safetensors"), { qlora: true }).train(asked);
    const { examples, report, ...rest } = JSON.parse(
      readFileSync(join(folder, "errata", "request.json"), "utf8"),
    );
    expect(rest).toEqual({
      version: 1,
      model: "a-model",
      prompt: "chat",
      settings: toySettings,
      extra: { qlora: true },
      startFrom: join(folder, "earlier"),
      outputDirectory: asked.outputDirectory,
      workDirectory: folder,
    });
    const [first] = readFileSync(examples, "utf8").split("\n");
    expect(JSON.parse(first!)).toMatchObject({
      id: "a",
      prompt: "a + 1?",
      completion: " a1.",
      messages: [
        { role: "user", content: "a + 1?" },
        { role: "assistant", content: "a1." },
      ],
    });
  });

  it("goes on from what the program kept, and tells the steps of both tries once", async () => {
    const fate = join(folder, "fate");
    writeFileSync(fate, "fail");
    const trainer = trainerOf([process.execPath, standIn, fate]);
    await expect(trainer.train(request())).rejects.toThrow("no more room");
    writeFileSync(fate, "succeed");
    const told: number[] = [];
    const { steps } = await trainer.train(request({ onStep: ({ step }) => told.push(step) }));
    expect(told).toEqual([2, 3]);
    expect(steps.map(({ loss }) => loss)).toEqual([1, 1 / 2, 1 / 3]);
  });

  it("asks for no more than weights: a program may tell nothing", async () => {
    expect(await trainerOf(leave("adapter_model.safetensors")).train(request())).toEqual({
      steps: [],
      trainedTokens: 0,
      skipped: [],
    });
  });

  it.each([
    ["leaves no weights", "true", "left no weights"],
    ["cannot be found", "errata-no-such-program", "exit code 127"],
    [
      "reports on an example that it was not given",
      `${leave("model.safetensors")}; echo '{"skipped":[{"exampleId":"z","reason":"r"}]}' > "$ERRATA_REPORT"`,
      'there is no example "z"',
    ],
  ])("says so when the program %s", async (_, command, message) => {
    await expect(trainerOf(command).train(request())).rejects.toThrow(message);
  });
});
