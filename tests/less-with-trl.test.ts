import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { runFolderAt } from "../src/engine/run-folder.ts";
import { openSqliteRunStore } from "../src/engine/sqlite-run-store.ts";
import { createRandom } from "../src/foundation/random.ts";
import {
  readLlamaConfig,
  readModelWeights,
  readTokenizer,
  writeAdapter,
} from "../src/models/embedded/index.ts";
import { influencesFrom } from "../src/trainers/embedded/influences.ts";
import { initializeAdapter } from "../src/trainers/embedded/lora.ts";
import { createPassPool } from "../src/trainers/embedded/pass-pool.ts";
import { type InfluencePart, openInfluenceParts } from "../src/trainers/influence-parts.ts";
import { toyExample, toySettings } from "../src/trainers/toy-training.fixture.ts";
import { baseModelAt, TrlTrainerSettings } from "../src/trainers/trl/index.ts";
import { runProgram } from "../src/trainers/trl/run-program.ts";
import { writeInfluenceRequest } from "../src/trainers/trl/write-request.ts";

const python = process.env.ERRATA_TRL_PYTHON;
const reason = python ? "" : " (skipped: ERRATA_TRL_PYTHON names no Python with trl)";
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const pupil = here("../pupil/weights");

describe.skipIf(!python)(`LESS through the trl trainer${reason}`, { timeout: 300_000 }, () => {
  let place: string;
  beforeAll(() => {
    place = mkdtempSync(join(tmpdir(), "errata-less-"));
  });
  afterAll(() => rmSync(place, { recursive: true }));
  const newFolder = () => mkdtempSync(join(place, "part-"));

  it("tells what the embedded trainer tells from the same adapter, also when it was interrupted", async () => {
    const adapterFolder = newFolder();
    const expected = await influencesOfEmbedded(adapterFolder, newFolder());

    const workDirectory = newFolder();
    const model = {
      base: baseModelAt(pupil, undefined, "."),
      prompt: "completion" as const,
      options: {
        ...TrlTrainerSettings.parse({ kind: "trl" }),
        precision: "fp32" as const,
        microBatchSize: 2,
      },
    };
    const tell = async (known: [number, number][], most: number) => {
      const requestFile = writeInfluenceRequest({ ...request, workDirectory }, model, known);
      startFrom(requestFile, adapterFolder);
      const told: InfluencePart[] = [];
      const enough = new AbortController();
      const telling = runProgram({
        python: ["env", ...Object.entries(oneThread).map(([name, value]) => `${name}=${value}`), python!],
        program: "influences.py",
        name: "LESS",
        requestFile,
        workDirectory,
        signal: enough.signal,
        onRecord: (record) => {
          if (record.kind === "influence" && told.push(record) === most) enough.abort(new Error("enough"));
        },
      });
      await (most === Infinity ? telling : expect(telling).rejects.toThrow("enough"));
      return told;
    };
    // All of the first state, and some of the second.
    const first = await tell([], candidates.length + 2);
    const known = first.map(({ epoch, candidate }): [number, number] => [epoch, candidate]);
    const rest = await tell(known, Infinity);
    expect(
      rest.filter(({ epoch, candidate }) => known.some((told) => `${told}` === `${[epoch, candidate]}`)),
    ).toEqual([]);

    const parts = openInfluenceParts(newFolder());
    [...first, ...rest].forEach(parts.add);
    const differences = expected.map((influence, place) => Math.abs(influence! - parts.influenceOf(place)!));
    expect(differences).toHaveLength(candidates.length);
    expect(Math.max(...differences)).toBeLessThan(1e-4);
  });

  it("selects in a run whose target is trained with trl", async () => {
    const folder = newFolder();
    writeFileSync(join(folder, "errata.config.yaml"), stringify(config));
    await promisify(execFile)(process.execPath, [here("../src/cli/main.ts"), "run"], {
      cwd: folder,
      env: { ...process.env, ...oneThread },
    });
    const run = runFolderAt(join(folder, "runs/less"));
    const store = openSqliteRunStore(run.databaseFile);
    const scores = store.artifacts("method/1/select", "selectionScores");
    store.close();
    expect(scores.length).toBeGreaterThan(4);
    for (const { judgedBy, score } of scores) {
      expect(judgedBy).toBe("gradients");
      expect(Math.abs(score)).toBeLessThan(1);
    }
    expect(new Set(scores.map(({ score }) => score)).size).toBe(scores.length);
    expect(readdirSync(join(run.path, "trainings"))).toEqual([]);
  });
});

/** Two get in each other's way where other tests run beside them. */
const oneThread = { OMP_NUM_THREADS: "1" };

/** Puts the adapter from which the warm-up begins into a request. */
function startFrom(requestFile: string, adapterFolder: string): void {
  const request = JSON.parse(readFileSync(requestFile, "utf8"));
  writeFileSync(requestFile, JSON.stringify({ ...request, startFrom: adapterFolder }));
}

const candidates = Array.from({ length: 6 }, (_, index) =>
  toyExample(
    `${index}`,
    `Question: Tom has ${index + 2} apples and buys ${7 * index + 1} more. How many apples has he?\nSolution:`,
    ` ${index + 2} + ${7 * index + 1} = ${8 * index + 3}\n#### ${8 * index + 3}`,
  ),
);
const request = {
  candidates,
  targets: [candidates.slice(0, 2), candidates.slice(4)],
  warmUp: candidates.slice(1, 5),
  settings: {
    ...toySettings,
    dropout: 0,
    targetModules: ["q_proj", "v_proj", "down_proj"],
    learningRate: 2e-3,
    // Of all: the trainers draw orders of their own.
    batchSize: 4,
    epochs: 4,
  },
};

/** Leaves the adapter from which the warm-up began in a folder. */
async function influencesOfEmbedded(adapterFolder: string, workDirectory: string) {
  const config = await readLlamaConfig(pupil);
  const { tensors } = await readModelWeights(pupil, config);
  const modules = { ...request.settings, targetModules: ["q_proj", "v_proj", "down_proj"] as const };
  const adapter = initializeAdapter(config, modules, createRandom("adapter"));
  mkdirSync(adapterFolder, { recursive: true });
  await writeAdapter(adapterFolder, adapter, "pupil", 0);
  const passes = createPassPool({ config, tensors }, 1);
  const base = { name: "pupil", config, tokenizer: await readTokenizer(pupil), passes };
  const influences = await influencesFrom(adapter, { ...request, workDirectory }, base);
  await passes.close();
  return influences;
}

const config = {
  name: "less",
  iterations: 1,
  until: "select",
  target: { kind: "embedded" },
  trainer: { kind: "trl", python, precision: "fp32" },
  data: { seeds: { wordProblems: "train", count: 30 }, dev: { wordProblems: "dev", count: 10 } },
  stages: {
    attempt: { maxOutputTokens: 96 },
    synthesize: { problems: 8 },
    select: {
      strategy: "less",
      devBad: 2,
      devGood: 2,
      keep: 0.5,
      maxOutputTokens: 96,
      warmUp: { share: 0.4, rank: 4, alpha: 8, dropout: 0, learningRate: 2e-3, epochs: 2, batchSize: 2 },
    },
  },
};
