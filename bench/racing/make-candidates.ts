import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadWordProblems } from "../../src/datasets/word-problems/index.ts";
import type { SyntheticProblem } from "../../src/domain/synthetic-problem.ts";
import { executeRun } from "../../src/engine/execute-run.ts";
import { planRun, type Recipe } from "../../src/engine/recipe.ts";
import { runFolderAt } from "../../src/engine/run-folder.ts";
import { openSqliteRunStore } from "../../src/engine/sqlite-run-store.ts";
import { mathGrader } from "../../src/graders/math/index.ts";
import { createSymbolicInstructor } from "../../src/instructors/symbolic/index.ts";
import type { ModelServer } from "../../src/models/model-server.ts";
import { questionAndSolution } from "../../src/models/prompt-template.ts";
import { attempt } from "../../src/stages/attempt.ts";
import { cluster } from "../../src/stages/cluster.ts";
import { diagnose } from "../../src/stages/diagnose.ts";
import { review } from "../../src/stages/review/index.ts";
import { synthesize } from "../../src/stages/synthesize/index.ts";

const recipe: Recipe = {
  name: "candidates",
  method: {
    name: "method",
    inEachIteration: [
      { stage: attempt },
      { stage: diagnose },
      { stage: cluster },
      { stage: review },
      { stage: synthesize },
    ],
  },
  controls: [],
};

/** New problems for the pupil's error types, as a run of the method makes them from 400 problems of the train split. */
export async function makeCandidates(
  server: ModelServer,
  problems: number,
  maxOutputTokens: number,
): Promise<SyntheticProblem[]> {
  const place = mkdtempSync(join(tmpdir(), "errata-candidates-"));
  const folder = runFolderAt(place);
  const store = openSqliteRunStore(folder.databaseFile);
  try {
    await executeRun({
      plan: planRun(recipe, {
        iterations: 1,
        overrides: { attempt: { maxOutputTokens }, synthesize: { problems } },
        given: ["seedProblems"],
      }),
      given: { seedProblems: loadWordProblems("train", 400) },
      seed: "0",
      services: {
        server: { baseId: server.baseId, serve: server.serve, close: async () => {} },
        template: questionAndSolution,
        instructor: createSymbolicInstructor(),
        grader: mathGrader,
        trainer: { id: "none", train: () => Promise.reject(new Error("nothing is trained here")) },
      },
      store,
      folder,
      signal: new AbortController().signal,
      onProgress: () => {},
    });
    const step = store.steps().find(({ stage }) => stage === "synthesize")!;
    return store.artifacts(step.id, "syntheticProblems");
  } finally {
    store.close();
    rmSync(place, { recursive: true });
  }
}
