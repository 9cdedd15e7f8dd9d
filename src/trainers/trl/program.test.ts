import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TrainingExample } from "../../domain/training-example.ts";
import { createEmbeddedServer } from "../../models/embedded/index.ts";
import { digestOfTrainedWeights } from "../../models/trained-weights.ts";
import type { PromptForm } from "../prompt-form.ts";
import { toyExample, toySettings } from "../toy-training.fixture.ts";
import type { TrainingRequest } from "../trainer.ts";
import { baseModelAt } from "./base-model.ts";
import { TrlTrainerSettings } from "./settings.ts";
import { createTrlTrainer } from "./trainer.ts";
import { writeTrainingRequest } from "./write-request.ts";

const python = process.env.ERRATA_TRL_PYTHON;
const reason = python
  ? ""
  : " (skipped: ERRATA_TRL_PYTHON names no interpreter with trl; see docs/training.md)";

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const pupil = here("../../../pupil/weights");

/** Answers unlike the pupil's own. */
const examples: TrainingExample[] = Array.from({ length: 24 }, (_, index) =>
  toyExample(
    `${index}`,
    `Question: Tom has ${index} apples and buys 3 more. How many apples has he?\nSolution:`,
    " 7 = 7\n#### 7",
  ),
);
const settings = {
  ...toySettings,
  targetModules: ["q_proj", "k_proj", "v_proj", "o_proj"],
  learningRate: 3e-3,
  batchSize: 4,
};
const options = { precision: "fp32" as const, microBatchSize: 2 };

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "errata-trl-program-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const newFolder = () => mkdtempSync(join(folder, "training-"));
const request = (more: Partial<TrainingRequest> = {}): TrainingRequest => ({
  examples,
  settings,
  startFrom: null,
  outputDirectory: newFolder(),
  workDirectory: newFolder(),
  ...more,
});
function trainerOf(more: object = {}) {
  const { kind, ...parsed } = TrlTrainerSettings.parse({
    kind: "trl",
    python: notingPython().path,
    ...options,
    ...more,
  });
  return createTrlTrainer({
    settings: parsed,
    base: baseModelAt(pupil, undefined, "."),
    prompt: "completion",
  });
}

async function answerWith(adapterDirectory: string | null): Promise<string> {
  const server = createEmbeddedServer({ directory: pupil, threads: 1 });
  const model = await server.serve(adapterDirectory);
  try {
    const prompt = examples[5]!.prompt;
    return (await model.generate({ prompt, maxOutputTokens: 12, temperature: 0 })).text;
  } finally {
    await model.close?.();
    await server.close();
  }
}

/** Python under a script that notes the number of its process, so that it can be killed. */
function notingPython(): { path: string; kill: () => void } {
  const directory = newFolder();
  const path = join(directory, "python");
  // On one thread: two get in each other's way where other tests run beside them.
  const lines = [
    "#!/bin/sh",
    "export OMP_NUM_THREADS=1",
    `echo $$ > "${directory}/pid"`,
    `exec "${python}" "$@"`,
  ];
  writeFileSync(path, lines.join("\n"), { mode: 0o755 });
  return { path, kill: () => process.kill(Number(readFileSync(join(directory, "pid"), "utf8")), "SIGKILL") };
}

describe.skipIf(!python)(`training with trl${reason}`, { timeout: 300_000 }, () => {
  let uninterrupted: TrainingRequest;

  it("makes an adapter that the embedded target loads and answers otherwise with", async () => {
    uninterrupted = request();
    const { steps, trainedTokens, skipped, heldOutLosses } = await trainerOf().train(uninterrupted);
    expect(heldOutLosses).toBeUndefined();
    expect(steps.map(({ step, steps, epoch }) => [step, steps, epoch])).toEqual(
      Array.from({ length: 18 }, (_, index) => [index + 1, 18, Math.floor(index / 6) + 1]),
    );
    expect(steps.at(-1)!.loss).toBeLessThan(steps[0]!.loss / 4);
    expect(steps[0]!.learningRate).toBeLessThanOrEqual(settings.learningRate);
    // Of each completion, six tokens and the end.
    expect(trainedTokens).toBe(24 * 3 * 7);
    expect(skipped).toEqual([]);
    expect(await answerWith(null)).not.toContain("#### 7");
    expect(await answerWith(uninterrupted.outputDirectory)).toContain("#### 7");
  });

  it("goes on after SIGKILL and makes the same adapter, byte for byte", async () => {
    const { path, kill } = notingPython();
    // Measuring changes nothing either.
    const interrupted = request({ heldOut: examples.slice(0, 4) });
    const killed = trainerOf({ python: path }).train({
      ...interrupted,
      onStep: ({ step }) => {
        if (step === 9) kill();
      },
    });
    await expect(killed).rejects.toThrow("ended by SIGKILL");
    const statuses: string[] = [];
    const { steps, heldOutLosses = [] } = await trainerOf().train({
      ...interrupted,
      onStatus: (status) => statuses.push(status),
    });
    expect(statuses.at(-1)).toBe("going on from checkpoint-6");
    expect(steps.map(({ step }) => step)).toEqual(Array.from({ length: 18 }, (_, index) => index + 1));
    const digest = ({ outputDirectory }: TrainingRequest) => digestOfTrainedWeights(outputDirectory);
    expect(digest(interrupted)).toBe(digest(uninterrupted));
    expect(heldOutLosses.map(({ step }) => step)).toEqual([0, 6, 12, 18]);
    // They are among the examples, whose loss is that of the first step at first.
    expect(heldOutLosses[0]!.loss).toBeCloseTo(steps[0]!.loss, 0);
    expect(heldOutLosses[3]!.loss).toBeLessThan(heldOutLosses[0]!.loss / 4);
  });

  describe("before its first step", () => {
    let text: Batches;
    let chat: Batches;
    let failures: Record<string, Failure>;

    /** In one process, as PyTorch takes seconds to start. */
    beforeAll(async () => {
      const requestOf = (
        asked: Partial<TrainingRequest>,
        more: object = {},
        model = pupil,
        form: PromptForm = "completion",
      ) =>
        writeTrainingRequest(request(asked), {
          base: baseModelAt(model, undefined, "."),
          prompt: form,
          options: { ...TrlTrainerSettings.parse({ kind: "trl" }), ...options, ...more },
        });
      const bad = {
        "a module that the model lacks": requestOf({ settings: { ...settings, targetModules: ["fc1"] } }),
        "a micro batch that does not fit": requestOf({}, { microBatchSize: 3 }),
        "four bits without a GPU": requestOf({}, { quantization: "4bit" }),
        "examples that are all too long": requestOf({ settings: { ...settings, maxSequenceLength: 9 } }),
        "a model without a chat template": requestOf({}, {}, pupil, "chat"),
        "an adapter that is not there": requestOf({ startFrom: newFolder() }),
        "an adapter of other settings": requestOf({
          startFrom: uninterrupted.outputDirectory,
          settings: { ...settings, rank: 2 },
        }),
        "a folder without a model": requestOf({}, {}, newFolder()),
        "a model that cannot be downloaded": requestOf({}, {}, "errata/no-such-model"),
      };
      const files = [requestOf({}), requestOf({}, {}, chatPupil(), "chat"), ...Object.values(bad)];
      const parameters = [here("fixtures/print-batches.py"), here("program"), ...files];
      const { stdout } = await promisify(execFile)(notingPython().path, parameters, {
        env: { ...process.env, HF_HUB_OFFLINE: "1" },
        maxBuffer: 1e8,
      });
      const lines = stdout.split("\n").filter((line) => line.startsWith("{"));
      const [first, second, ...others] = lines.map((line) => JSON.parse(line));
      [text, chat] = [first, second];
      failures = Object.fromEntries(Object.keys(bad).map((name, index) => [name, others[index]]));
    }, 300_000);

    it("takes the loss on the completion and its end alone", () => {
      for (const { rows } of [text, chat]) {
        expect(rows).toHaveLength(24);
        for (const { promptLabels, learnedIds, learnedLabels, paddingLabels } of rows) {
          expect(new Set(promptLabels)).toEqual(new Set([-100]));
          expect(learnedLabels).toEqual(learnedIds);
          expect(paddingLabels.every((label) => label === -100)).toBe(true);
        }
      }
    });

    it("shows prompts as a server does: as they are, or inside the chat template", () => {
      const { prompt, completion } = examples[0]!;
      const textsOf = ({ rows }: Batches) => rows.map((row) => [row.prompt, row.learned]);
      expect(textsOf(text)).toContainEqual([prompt, `${completion}<|end|>`]);
      expect(textsOf(chat)).toContainEqual([`[user] ${prompt}\n[assistant] `, `${completion.trim()}<|end|>`]);
    });

    it.each([
      ["a module that the model lacks", "name fc1", "q_proj"],
      ["a micro batch that does not fit", "no multiple of the micro batch of 3", "divisor of 4"],
      ["four bits without a GPU", "needs a CUDA GPU", "nvidia-smi"],
      ["examples that are all too long", "None of the 24", "maxSequenceLength"],
      ["a model without a chat template", "no chat template", "prompt: completion"],
      ["an adapter that is not there", "no adapter in", "from-scratch"],
      ["an adapter of other settings", "the training asks for", "from scratch"],
      ["a folder without a model", "cannot be loaded", "layout of transformers"],
      ["a model that cannot be downloaded", "could not be downloaded", "HF_ENDPOINT"],
    ])("explains %s", (name, message, advice) => {
      expect(failures[name]).toEqual({
        failure: expect.stringContaining(message),
        advice: expect.stringContaining(advice),
      });
    });
  });

  it("ends with the process that started it", async () => {
    const script = `import sys, time; sys.path.insert(0, ${JSON.stringify(here("program"))})\nfrom lifeline import hold_lifeline\nhold_lifeline(); print("ready", flush=True); time.sleep(600)`;
    const child: ChildProcess = spawn(python!, ["-c", script], {
      env: { ...process.env, ERRATA_LIFELINE: "stdin" },
    });
    await once(child.stdout!, "data");
    child.stdin!.destroy();
    expect(await once(child, "exit")).toEqual([1, null]);
  });
});

interface Batches {
  rows: {
    prompt: string;
    learned: string;
    promptLabels: number[];
    learnedLabels: number[];
    learnedIds: number[];
    paddingLabels: number[];
  }[];
}
interface Failure {
  failure: string;
  advice: string;
}

const chatTemplate =
  "{% for message in messages %}[{{ message.role }}] {{ message.content }}" +
  "{% if message.role == 'assistant' %}{{ eos_token }}{% endif %}{{ '\\n' }}{% endfor %}" +
  "{% if add_generation_prompt %}[assistant] {% endif %}";

/** The pupil with a chat template. */
function chatPupil(): string {
  const directory = newFolder();
  cpSync(pupil, directory, { recursive: true });
  const config = {
    tokenizer_class: "PreTrainedTokenizerFast",
    eos_token: "<|end|>",
    chat_template: chatTemplate,
  };
  writeFileSync(join(directory, "tokenizer_config.json"), JSON.stringify(config));
  return directory;
}
