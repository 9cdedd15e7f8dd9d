import { z } from "zod";
import type { Problem } from "../domain/problem.ts";
import type { LanguageModel } from "../models/language-model.ts";
import { questionAndSolution } from "../models/prompt-template.ts";
import type { Artifacts, Stage } from "../stages/stage.ts";
import { executeRun, type Given, type RunOptions, type RunServices } from "./execute-run.ts";
import type { ProgressEvent } from "./progress.ts";
import { type PlanOptions, planRun, type Recipe, type StageEntry } from "./recipe.ts";
import { runFolderAt } from "./run-folder.ts";
import type { RunStore } from "./run-store.ts";

/** A stage of which a test says only what matters to it. */
export function toyStage(stage: Partial<Stage<{ suffix: string }>> & { name: string }): Stage {
  return {
    version: 1,
    settings: z.strictObject({ suffix: z.string().default("") }),
    reads: [],
    mayRead: [],
    writes: [],
    uses: [],
    run: async () => ({ artifacts: {}, in: 0, done: 0, notDone: {} }),
    ...stage,
  } as Stage;
}

/** A stage whose one row tells which setting and inputs it was made from. */
export function tracing(name: "attempts" | "diagnoses" | "errorTypes", more: Partial<Stage> = {}): Stage {
  return toyStage({
    name,
    writes: [name],
    ...more,
    async run({ read }, { suffix }) {
      const inputs = [...(more.reads ?? [])].map((input) => JSON.stringify(read(input)));
      const row = { trace: `${suffix}(${inputs.join()})` } as unknown as Artifacts[typeof name];
      return { artifacts: { [name]: [row] }, in: 1, done: 1, notDone: {} };
    },
  } as Parameters<typeof toyStage>[0]);
}

export function toyRecipe(method: StageEntry[], more: Partial<Recipe> = {}): Recipe {
  return { name: "toy", method: { name: "method", inEachIteration: method }, controls: [], ...more };
}

export function problemsOf(...ids: string[]): Problem[] {
  return ids.map((id) => ({ id, question: `What is ${id}?`, solution: "", answer: id }));
}

/** Services that note what they are asked, and whose model answers with the prompt. */
export function toyServices(more: Partial<RunServices> = {}): RunServices & { closed: string[] } {
  const closed: string[] = [];
  const model: LanguageModel = {
    id: "toy-model",
    concurrency: 2,
    generate: async ({ prompt }) => ({
      text: prompt,
      finishReason: "stop",
      usage: { inputTokens: 1, outputTokens: 1 },
    }),
    close: async () => {
      closed.push("model");
    },
  };
  const unused = () => Promise.reject(new Error("not part of this test"));
  return {
    server: {
      baseId: "toy-base",
      serve: async () => model,
      close: async () => {
        closed.push("server");
      },
    },
    template: questionAndSolution,
    instructor: {
      id: "toy-instructor",
      concurrency: 2,
      diagnose: unused,
      cluster: unused,
      synthesize: unused,
    },
    grader: {
      id: "toy-grader",
      grade: (output) => ({ prediction: output, verdict: "wrong", how: "" }),
    },
    trainer: { id: "toy-trainer", train: unused },
    closed,
    ...more,
  };
}

export interface ToyRun extends Omit<Partial<PlanOptions>, "given"> {
  recipe: Recipe;
  given?: Given;
  seed?: string;
  services?: RunServices;
  signal?: AbortSignal;
  now?: () => number;
  folder?: RunOptions["folder"];
  onProgress?: RunOptions["onProgress"];
}

/** Runs a recipe in a store and says what happened to each step, in order: `begun m/1/a`, `done m/1/a`, `reused …`. */
export async function runToy(store: RunStore, run: ToyRun): Promise<string[]> {
  const { recipe, given = {}, iterations = 1, ...options } = run;
  const log: string[] = [];
  const names = Object.keys(given) as (keyof Given)[];
  await executeRun({
    plan: planRun(recipe, { ...options, iterations, given: names }),
    given,
    seed: options.seed ?? "0",
    services: options.services ?? toyServices(),
    store,
    folder: options.folder ?? runFolderAt("no-such-folder"),
    signal: options.signal ?? new AbortController().signal,
    now: options.now ?? (() => 0),
    onProgress(event: ProgressEvent) {
      options.onProgress?.(event);
      if (event.kind !== "step-progress") log.push(`${event.kind.slice("step-".length)} ${event.step.id}`);
    },
  });
  return log;
}
