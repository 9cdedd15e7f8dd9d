import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { runFolderAt } from "../src/engine/run-folder.ts";
import { openSqliteRunStore } from "../src/engine/sqlite-run-store.ts";
import { realModel, reasonToSkip } from "../src/models/llama-cpp/real-model.fixture.ts";

const python = process.env.ERRATA_TRL_PYTHON;
const data = process.env.ERRATA_DATA_DIR ?? join(import.meta.dirname, "../../shared/data");

/** Why the test cannot run here; empty where it can. */
function missing(): string {
  if (!realModel) return reasonToSkip;
  if (!python) return " (skipped: ERRATA_TRL_PYTHON names no Python with trl)";
  return existsSync(data) ? "" : ` (skipped: ${data} is not there; ERRATA_DATA_DIR)`;
}

const reason = missing();
const patience = 900_000;

describe.skipIf(reason)(`an iteration on a real model, trained with trl${reason}`, () => {
  const place = mkdtempSync(join(tmpdir(), "errata-real-training-"));
  afterAll(() => rmSync(place, { recursive: true }));

  it(
    "lowers the loss and changes what the model answers",
    async () => {
      // Where node-llama-cpp is looked for.
      symlinkSync(join(realModel!.bindingFolder, "node_modules"), join(place, "node_modules"));
      writeFileSync(join(place, "errata.config.yaml"), stringify(config()));
      await promisify(execFile)(process.execPath, [program, "run"], {
        cwd: place,
        timeout: patience,
        env: { ...process.env, ERRATA_DATA_DIR: data },
      });
      const { losses, answers } = outcome();
      const half = losses.length / 2;
      expect(mean(losses.slice(half))).toBeLessThan(mean(losses.slice(0, half)));
      const [before, after] = answers;
      expect(after).toHaveLength(8);
      expect(after).not.toEqual(before);
    },
    patience,
  );

  const program = fileURLToPath(new URL("../src/cli/main.ts", import.meta.url));

  const config = () => ({
    name: "real",
    recipe: "sei-paper",
    iterations: 1,
    target: { kind: "llama-cpp", model: realModel!.gguf, prompt: "chat", contextSize: 512, gpuLayers: 0 },
    template: "question",
    trainer: { kind: "trl", python, precision: "fp32" },
    data: {
      seeds: { dataset: "asdiv", part: [0, 0.5], limit: 16 },
      dev: { dataset: "asdiv", part: [0.5, 0.6], limit: 6 },
      benchmarks: { asdiv: { dataset: "asdiv", part: [0.6, 1], limit: 8 } },
    },
    stages: {
      attempt: { maxOutputTokens: 64 },
      synthesize: { problems: 12 },
      select: { devBad: 1, devGood: 0, keep: 0.7, maxOutputTokens: 64 },
      train: { rank: 8, alpha: 16, dropout: 0, learningRate: 1e-3, epochs: 2, batchSize: 4 },
      evaluate: { maxOutputTokens: 64 },
    },
  });

  function outcome() {
    const store = openSqliteRunStore(runFolderAt(join(place, "runs/real")).databaseFile);
    const steps = store.steps();
    const losses = steps.flatMap(({ id, stage }) =>
      stage === "train" ? store.artifacts(id, "adapters").flatMap((adapter) => adapter.losses) : [],
    );
    const answers = steps
      .filter(({ stage }) => stage === "evaluate")
      .map(({ id }) => store.artifacts(id, "evaluatedProblems").map(({ attempt }) => attempt.output));
    store.close();
    return { losses, answers };
  }
});

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
