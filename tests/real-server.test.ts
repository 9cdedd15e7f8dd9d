import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { runFolderAt } from "../src/engine/run-folder.ts";
import { openSqliteRunStore } from "../src/engine/sqlite-run-store.ts";
import { freePort } from "../src/models/serving/free-port.ts";

const model = process.env.ERRATA_REAL_MODEL;
const python = process.env.ERRATA_PYTHON ?? "python3";
const data = process.env.ERRATA_DATA_DIR ?? join(import.meta.dirname, "../../shared/data");
const missing = !model
  ? "ERRATA_REAL_MODEL names no real model; .ci/real-model lays one out"
  : existsSync(data)
    ? null
    : `${data} is not there (ERRATA_DATA_DIR)`;

const problems = 20;
const patience = 300_000;

/** `transformers serve`, Hugging Face's own server, which batches what is in flight. */
function startServer(port: number, logFile: string): ChildProcess {
  const log = openSync(logFile, "w");
  const batching = ["--continuous-batching", "--cb-num-blocks", "256", "--cb-max-batch-tokens", "256"];
  const place = ["--host", "127.0.0.1", "--port", String(port), "--log-level", "info"];
  return spawn(
    python,
    ["-m", "transformers.cli.transformers", "serve", model!, "--device", "cpu", ...batching, ...place],
    { stdio: ["ignore", log, log], env: { ...process.env, HF_HUB_OFFLINE: "1" } },
  );
}

async function untilHealthy(baseUrl: string, server: ChildProcess, logFile: string): Promise<void> {
  for (let second = 0; second < 120 && server.exitCode === null; second++) {
    const response = await fetch(`${baseUrl}/health`).catch(() => null);
    if (response?.ok) return;
    await sleep(1000);
  }
  throw new Error(`The server does not answer:\n${readFileSync(logFile, "utf8").slice(-2000)}`);
}

describe.skipIf(missing)(`a real server with a real model${missing ? ` (skipped: ${missing})` : ""}`, () => {
  const place = mkdtempSync(join(tmpdir(), "errata-real-"));
  const logFile = join(place, "server.log");
  let server: ChildProcess;
  beforeAll(async () => {
    const port = await freePort();
    const baseUrl = `http://127.0.0.1:${port}`;
    server = startServer(port, logFile);
    await untilHealthy(baseUrl, server, logFile);
    const config = {
      name: "real",
      until: "attempt",
      target: { kind: "openai-compatible", baseUrl: `${baseUrl}/v1`, model, limits: { concurrency: 20 } },
      data: {
        seeds: { dataset: "gsm8k", split: "train", limit: problems },
        benchmarks: { gsm8k: { dataset: "gsm8k", split: "test", limit: problems } },
      },
      stages: { attempt: { maxOutputTokens: 128 }, evaluate: { maxOutputTokens: 128 } },
    };
    writeFileSync(join(place, "errata.config.yaml"), stringify(config));
  }, patience);
  afterAll(async () => {
    if (server.exitCode === null && server.kill()) await once(server, "exit");
    rmSync(place, { recursive: true });
  });

  const program = fileURLToPath(new URL("../src/cli/main.ts", import.meta.url));
  const errata = (...rawArguments: string[]) =>
    spawnSync(process.execPath, [program, ...rawArguments], {
      cwd: place,
      encoding: "utf8",
      env: { ...process.env, ERRATA_DATA_DIR: data },
    });
  const callsServed = () => readFileSync(logFile, "utf8").match(/POST \/v1\/chat\/completions/g)?.length ?? 0;

  it(
    "answers every problem of attempt and evaluate, once",
    async () => {
      const first = errata("run");
      expect(first.status, first.stderr).toBe(0);
      const store = openSqliteRunStore(runFolderAt(join(place, "runs/real")).databaseFile);
      const steps = store.steps().filter(({ stage }) => stage === "attempt" || stage === "evaluate");
      const attempts = store.artifacts("method/1/attempt", "attempts");
      const evaluated = store.artifacts(
        steps.find(({ stage }) => stage === "evaluate")!.id,
        "evaluatedProblems",
      );
      store.close();
      for (const { counts, calls } of steps) {
        expect(counts).toMatchObject({ done: problems, notDone: {} });
        expect(calls.count).toBe(problems);
        expect(calls.inputTokens).toBeGreaterThan(problems * 50);
        expect(calls.outputTokens).toBeGreaterThan(problems * 20);
      }
      expect(callsServed()).toBe(2 * problems);
      for (const { output } of attempts) expect(output).toMatch(/[a-z]{3}/);
      expect(new Set(attempts.map(({ output }) => output)).size).toBe(problems);
      const right = (list: readonly { verdict: string }[]) =>
        list.filter(({ verdict }) => verdict === "right").length;
      console.log(
        `SmolLM2-135M-Instruct solved ${right(attempts)} of ${problems} training problems and ` +
          `${right(evaluated.map(({ attempt }) => attempt))} of ${problems} test problems of GSM8K.`,
      );

      const second = errata("run");
      expect(second.status, second.stderr).toBe(0);
      const evaluation = errata("evaluate", "--run", "runs/real", "--adapter", "base");
      expect(evaluation.status, evaluation.stderr).toBe(0);
      expect(evaluation.stdout).toContain("gsm8k");
      expect(callsServed()).toBe(2 * problems);
    },
    patience,
  );
});
