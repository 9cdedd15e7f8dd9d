import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { executeRun } from "../../src/engine/execute-run.ts";
import { planRun } from "../../src/engine/recipe.ts";
import { runFolderAt } from "../../src/engine/run-folder.ts";
import { openSqliteRunStore } from "../../src/engine/sqlite-run-store.ts";
import { seiPaperGrader } from "../../src/graders/compatibility/index.ts";
import { createSymbolicInstructor } from "../../src/instructors/symbolic/index.ts";
import { createAdmissions } from "../../src/models/admission/index.ts";
import { AiSdkSettings, createAiSdkServer } from "../../src/models/ai-sdk/index.ts";
import { openBatchJournal } from "../../src/models/openai-batch/index.ts";
import { alpaca } from "../../src/models/prompt-template.ts";
import { select } from "../../src/stages/select/index.ts";
import { measureCalls } from "./figures.ts";
import { problemAt } from "./problem-at.ts";

/**
 * The calls of a selection, the stage that makes the most: every candidate before every one of 100 dev cases, through
 * cache, admission and adapter, graded and stored. `node run-process.ts <base URL> <calls> [<settings of batches>]`.
 */
const [baseUrl, calls, batch] = process.argv.slice(2) as [string, string, string | undefined];
const devCases = 100;
const origin = { iteration: 1, errorTypeId: "t", seeds: [], call: 0, item: 0 };
const syntheticProblems = Array.from({ length: Number(calls) / devCases }, (_, index) => ({
  ...problemAt(`candidate-${index}`, index),
  origin,
}));
const devProblems = Array.from({ length: devCases }, (_, index) => problemAt(`dev-${index}`, index));

const place = mkdtempSync(join(tmpdir(), "errata-bench-"));
const folder = runFolderAt(place);
const store = openSqliteRunStore(folder.databaseFile);
const settings = AiSdkSettings.parse({
  kind: "openai-compatible",
  baseUrl,
  model: "instant",
  ...(batch === undefined ? {} : { batch: JSON.parse(batch) }),
});
const batching = { journal: openBatchJournal(folder.batchesDirectory) };
try {
  await measureCalls(async () => {
    await executeRun({
      plan: planRun(
        { name: "sei-paper", method: { name: "method", inEachIteration: [{ stage: select }] }, controls: [] },
        { iterations: 1, given: ["syntheticProblems", "devProblems"] },
      ),
      given: { syntheticProblems, devProblems } as never,
      seed: "0",
      services: {
        server: createAiSdkServer({ settings, admissions: createAdmissions(), batching }),
        template: alpaca,
        instructor: createSymbolicInstructor(),
        grader: seiPaperGrader,
        trainer: { id: "none", train: () => Promise.reject(new Error("nothing is trained here")) },
      },
      store,
      folder,
      signal: new AbortController().signal,
      onProgress: () => {},
    });
    return store.steps().reduce((sum, step) => sum + step.calls.count, 0);
  });
} finally {
  store.close();
  rmSync(place, { recursive: true });
}
