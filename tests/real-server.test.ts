import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { runFolderAt } from "../src/engine/run-folder.ts";
import { openSqliteRunStore } from "../src/engine/sqlite-run-store.ts";
import { type RealServer, startRealServer } from "./support/real-server.ts";

const model = process.env.ERRATA_REAL_MODEL;
const python = process.env.ERRATA_PYTHON ?? "python3";
const data = process.env.ERRATA_DATA_DIR ?? join(import.meta.dirname, "../../shared/data");

/** Why the test cannot run here; null where it can. */
function missing(): string | null {
  if (!model) return "ERRATA_REAL_MODEL names no real model; .ci/real-model lays one out";
  return existsSync(data) ? null : `${data} is not there (ERRATA_DATA_DIR)`;
}

const reason = missing();
const problems = 20;
const patience = 900_000;

describe.skipIf(reason)(`a real server with a real model${reason ? ` (skipped: ${reason})` : ""}`, () => {
  const place = mkdtempSync(join(tmpdir(), "errata-real-"));
  let server: RealServer;
  beforeAll(async () => {
    server = await startRealServer({
      python,
      modelFolder: model!,
      workingFolder: place,
      logFile: join(place, "server.log"),
    });
    const config = {
      name: "real",
      until: "attempt",
      target: {
        kind: "openai-compatible",
        baseUrl: server.baseUrl,
        model,
        limits: { concurrency: problems },
      },
      data: {
        seeds: { dataset: "gsm8k", split: "train", limit: problems },
        benchmarks: { gsm8k: { dataset: "gsm8k", split: "test", limit: problems } },
      },
      stages: { attempt: { maxOutputTokens: 128 }, evaluate: { maxOutputTokens: 128 } },
    };
    writeFileSync(join(place, "errata.config.yaml"), stringify(config));
  }, patience);
  afterAll(async () => {
    await server?.end();
    rmSync(place, { recursive: true });
  });

  const program = fileURLToPath(new URL("../src/cli/main.ts", import.meta.url));
  /** Runs `errata …` as a person does; gives what it wrote, or throws with it. */
  const errata = async (...rawArguments: string[]): Promise<string> => {
    const { stdout } = await promisify(execFile)(process.execPath, [program, ...rawArguments], {
      cwd: place,
      timeout: patience,
      env: { ...process.env, ERRATA_DATA_DIR: data },
    });
    return stdout;
  };
  const resultsOf = () => {
    const store = openSqliteRunStore(runFolderAt(join(place, "runs/real")).databaseFile);
    const steps = store.steps().filter(({ stage }) => stage === "attempt" || stage === "evaluate");
    const attempts = steps.flatMap(({ id, stage }) =>
      stage === "attempt"
        ? store.artifacts(id, "attempts")
        : store.artifacts(id, "evaluatedProblems").map(({ attempt }) => attempt),
    );
    store.close();
    return { steps, attempts };
  };

  it(
    "answers every problem of attempt and evaluate, once",
    async () => {
      await errata("run");
      const { steps, attempts } = resultsOf();
      expect(steps).toHaveLength(2);
      for (const { counts, calls } of steps) {
        expect(counts).toMatchObject({ done: problems, notDone: {} });
        expect(calls.count).toBe(problems);
        expect(calls.inputTokens).toBeGreaterThan(problems * 50);
        expect(calls.outputTokens).toBeGreaterThan(problems * 20);
      }
      expect(server.callsServed()).toBe(2 * problems);
      for (const { output } of attempts) expect(output).toMatch(/[a-z]{3}/);
      expect(new Set(attempts.map(({ output }) => output)).size).toBe(2 * problems);
      const right = attempts.filter(({ verdict }) => verdict === "right").length;
      console.log(`SmolLM2-135M-Instruct solved ${right} of ${2 * problems} problems of GSM8K.`);

      await errata("run");
      expect(await errata("evaluate", "--run", "runs/real", "--adapter", "base")).toContain("gsm8k");
      expect(server.callsServed()).toBe(2 * problems);
    },
    patience,
  );
});
