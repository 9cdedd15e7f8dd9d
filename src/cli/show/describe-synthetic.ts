import type { SelectionScore } from "../../domain/selection-score.ts";
import type { SyntheticOrigin, SyntheticProblem } from "../../domain/synthetic-problem.ts";
import type { RunStore, StoredStep } from "../../engine/run-store.ts";
import { percent } from "../../report/format.ts";
import { stepLabel } from "../step-label.ts";
import { exampleSections, problemSection } from "./item-sections.ts";
import { type Section, section, textOf } from "./section.ts";
import { syntheticId } from "./synthetic-id.ts";

/** A synthetic problem from its seeds to the adapter that was trained on it. */
export function describeSynthetic(store: RunStore, id: string): Section[] {
  const steps = store.steps();
  return steps.flatMap((step) => [
    ...store
      .artifacts(step.id, "syntheticProblems")
      .filter((problem) => problem.id === id)
      .flatMap((problem) => writtenSections(store, step, problem)),
    ...selectionSections(store, step, id),
    ...exampleSections(store, step, id),
  ]);
}

/** A proposed problem that was not kept, and why. */
export function describeDropped(store: RunStore, id: string): Section[] {
  return store.steps().flatMap((step) =>
    store
      .artifacts(step.id, "droppedProblems")
      .filter(({ origin }) => syntheticId(origin) === id)
      .flatMap(({ question, solution, reason, detail, origin }) => [
        section(`${id} · proposed and dropped in ${stepLabel(step)}`, [
          ["question", question],
          ["solution", solution],
          ["dropped", `${reason}: ${detail}`],
        ]),
        originSection(store, step, origin),
      ]),
  );
}

function writtenSections(store: RunStore, step: StoredStep, problem: SyntheticProblem): Section[] {
  return [
    problemSection(`${problem.id} · synthetic problem of ${stepLabel(step)}`, problem),
    originSection(store, step, problem.origin),
  ];
}

function originSection(store: RunStore, synthesize: StoredStep, origin: SyntheticOrigin): Section {
  const place = synthesize.id.slice(0, synthesize.id.lastIndexOf("/"));
  const type = store
    .artifacts(`${place}/review`, "reviewedErrorTypes")
    .find(({ id }) => id === origin.errorTypeId);
  return section("written for", [
    ["error type", type ? `${type.name} (${type.id})` : origin.errorTypeId],
    ["explanation", type?.explanation],
    ["instructor call", `call ${origin.call + 1}, item ${origin.item + 1}`],
    ["seeds", textOf(origin.seeds)],
  ]);
}

function selectionSections(store: RunStore, step: StoredStep, id: string): Section[] {
  const scores = store.artifacts(step.id, "selectionScores");
  return scores
    .filter(({ problemId }) => problemId === id)
    .map((candidate) =>
      section(stepLabel(step), [
        ["score", scoreText(candidate)],
        ["rank", `${candidate.rank} of ${scores.length}`],
        ["selected", candidate.selected ? "yes" : "no, it is not among the best"],
      ]),
    );
}

function scoreText({ judgedBy, score, exactMatchBad, exactMatchGood, evaluations }: SelectionScore): string {
  const on = `${evaluations} evaluations`;
  switch (judgedBy) {
    case "attempts":
      return `${percent(score)}: ${percent(exactMatchBad)} of the bad and ${percent(exactMatchGood)} of the good dev cases, ${on}`;
    case "likelihoods":
      return `${score.toFixed(3)} nats a token by which dev cases become likelier, ${on}`;
    case "gradients":
      return `${score.toFixed(3)}: cosine of its gradient with those of dev cases, ${on}`;
    case undefined:
      return "no evaluations: it was drawn by lot or for being different";
  }
}
