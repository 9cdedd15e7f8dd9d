import { isBadCase } from "../../stages/cases.ts";
import type { ExpectedRows } from "../../stages/forecast.ts";
import type { ArtifactName, Artifacts } from "../../stages/stage.ts";
import type { Step } from "../recipe.ts";
import type { RunStore } from "../run-store.ts";
import type { Leaves } from "./forecast-run.ts";

/** What a step that is done has left, counted as a forecast counts it. */
export function countLeaves(store: RunStore, { id, stage }: Step): Leaves {
  return Object.fromEntries(stage.writes.map((name) => [name, countRows(name, store.artifacts(id, name))]));
}

/** Counts rows of one kind. */
export function countRows<Name extends ArtifactName>(
  name: Name,
  rows: readonly Artifacts[Name][],
): ExpectedRows {
  const count = counters[name] as
    | ((rows: readonly Artifacts[Name][]) => Omit<ExpectedRows, "rows">)
    | undefined;
  return { rows: rows.length, ...count?.(rows) };
}

const different = (texts: readonly string[]) => ({ distinct: new Set(texts).size });
const questions = (rows: readonly { question: string }[]) => different(rows.map(({ question }) => question));

const counters: {
  [Name in ArtifactName]?: (rows: readonly Artifacts[Name][]) => Omit<ExpectedRows, "rows">;
} = {
  seedProblems: questions,
  devProblems: questions,
  benchmarkProblems: questions,
  attempts: (rows) => ({ bad: rows.filter((attempt) => isBadCase({ attempt })).length }),
  evaluatedProblems: (rows) => ({
    ...different(rows.map(({ attempt }) => attempt.problemId)),
    bad: rows.filter(isBadCase).length,
  }),
  dialogues: (rows) => ({ bad: rows.filter(({ kind }) => kind === "error-correction").length }),
  diagnoses: (rows) => different(rows.map(({ keyphrase }) => keyphrase)),
};
