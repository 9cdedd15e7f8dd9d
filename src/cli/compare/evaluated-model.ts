import type { BenchmarkProblem, EvaluatedProblem } from "../../domain/evaluation.ts";
import type { RunStore, StoredStep } from "../../engine/run-store.ts";
import { givenStep } from "../../engine/run-view.ts";
import { ErrataError } from "../../foundation/errors.ts";
import type { OpenRun } from "../run/open-run.ts";
import { stepLabel } from "../step-label.ts";

/** What one model of a run did on its benchmarks. */
export interface EvaluatedModel {
  /** As screens show it: the model and its run. */
  name: string;
  problems: BenchmarkProblem[];
  evaluated: EvaluatedProblem[];
}

/** An argument such as `runs/mine#base`: a run folder, and after the last `#` which of its models. */
export function readModelArgument(argument: string): { folder: string; model: string | undefined } {
  const at = argument.lastIndexOf("#");
  return at === -1
    ? { folder: argument, model: undefined }
    : { folder: argument.slice(0, at), model: argument.slice(at + 1) };
}

/**
 * The model of a run that `wanted` names: `base`, the beginning of an adapter's key, or undefined for the newest of the
 * method that was evaluated. Throws an `ErrataError` where there is none, or more than one.
 */
export function findEvaluatedModel({ folder, store }: OpenRun, wanted: string | undefined): EvaluatedModel {
  const evaluations = evaluationsOf(store);
  const { step, title } = chosenOf(evaluations, wanted, folder.path);
  const evaluated = store.artifacts(step.id, "evaluatedProblems");
  if (evaluated.some(({ scores }) => !scores)) {
    throw new ErrataError(`The answers of ${title} in ${folder.path} have no scores side by side.`, {
      advice: "Give `errata run` for it again: its stored texts are scored anew, without a call.",
    });
  }
  return {
    name: `${title} of ${folder.path}`,
    problems: store.artifacts(givenStep, "benchmarkProblems"),
    evaluated,
  };
}

interface Evaluation {
  step: StoredStep;
  /** The adapter's; `base` without one. */
  key: string;
  title: string;
}

/** Every evaluation of a run, with the adapter that was trained before it at the same place. */
function evaluationsOf(store: RunStore): Evaluation[] {
  return store
    .steps()
    .filter(({ stage, state }) => stage === "evaluate" && state === "done")
    .map((step) => {
      const trained = store.artifacts(step.id.replace(/evaluate$/, "train"), "adapters").at(-1);
      return trained
        ? { step, key: trained.key, title: `${trained.key.slice(0, 8)} (${stepLabel(step)})` }
        : { step, key: "base", title: "the base model" };
    });
}

function chosenOf(evaluations: readonly Evaluation[], wanted: string | undefined, path: string): Evaluation {
  const newest = evaluations.findLast(({ step }) => step.line === "method");
  if (!newest) {
    throw new ErrataError(`The run in ${path} has evaluated no model yet.`, {
      advice: "Let it go on with `errata run`, with benchmarks under `data.benchmarks`.",
    });
  }
  if (wanted === undefined) return newest;
  const found = evaluations.filter(({ key }) =>
    wanted === "base" ? key === wanted : key.startsWith(wanted),
  );
  const [first] = found;
  if (first && new Set(found.map(({ key }) => key)).size === 1) return first;
  throw new ErrataError(
    first
      ? `"${wanted}" is the beginning of several adapters of ${path}.`
      : `The run in ${path} has evaluated no "${wanted}".`,
    { advice: `It has evaluated ${evaluations.map(({ title }) => title).join("; ")}.` },
  );
}
