import { recipeOf } from "../../config/recipe-of.ts";
import type { Adapter } from "../../domain/adapter.ts";
import { planRun, stepsOf } from "../../engine/recipe.ts";
import type { RunStore, StoredStep } from "../../engine/run-store.ts";
import { givenStep } from "../../engine/run-view.ts";
import { ErrataError } from "../../foundation/errors.ts";
import { findAdapter } from "../evaluate/find-adapter.ts";
import type { OpenRun } from "../run/open-run.ts";

/** Trained weights of a run, and the step that made them. */
export interface TrainedSubject {
  adapter: Adapter;
  step: Pick<StoredStep, "line" | "iteration">;
  /** The settings of the training, as the recipe and the configuration gave them. */
  settings: Readonly<Record<string, unknown>>;
}

/** Finds trained weights by the beginning of their key; the newest of the method where nothing is said. */
export function trainedSubject(run: OpenRun, wanted: string | undefined): TrainedSubject {
  const { adapter } = findAdapter(run.store, wanted);
  if (!adapter) {
    throw new ErrataError("The base model is not this run's to push.", {
      advice: "Name what was trained with --adapter, or leave it out for the newest.",
    });
  }
  const step = run.store
    .steps()
    .find(
      ({ id, stage }) =>
        stage === "train" && run.store.artifacts(id, "adapters").some(({ key }) => key === adapter.key),
    )!;
  return { adapter, step, settings: settingsOf(run, step.id) };
}

const givenNames = [
  "seedProblems",
  "devProblems",
  "benchmarkProblems",
  "dialogues",
  "novelFromProblems",
] as const;

function settingsOf({ store, record }: OpenRun, stepId: string): TrainedSubject["settings"] {
  const { iterations, stages } = record.config;
  const given = givenNames.filter((name) => hasRows(store, name));
  const plan = planRun(recipeOf(record.config), { iterations, overrides: stages, given });
  return (stepsOf(plan).find(({ id }) => id === stepId)?.settings ?? {}) as TrainedSubject["settings"];
}

const hasRows = (store: RunStore, name: (typeof givenNames)[number]): boolean =>
  store.artifacts(givenStep, name).length > 0;
