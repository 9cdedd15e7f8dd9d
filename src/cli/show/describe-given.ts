import type { Attempt } from "../../domain/attempt.ts";
import type { RunStore, StoredStep } from "../../engine/run-store.ts";
import { givenStep } from "../../engine/run-view.ts";
import { stepLabel } from "../step-label.ts";
import { attemptSection, exampleSections, problemSection } from "./item-sections.ts";
import { type Section, section, textOf } from "./section.ts";

/** What became of a problem that the user gave: seed, dev problem or benchmark problem. */
export function describeGiven(store: RunStore, id: string): Section[] {
  const steps = store.steps();
  return [
    ...problemSections(store, id),
    ...steps.flatMap((step) => stepSections(store, step, id)),
    ...descendants(store, steps, id),
  ];
}

function problemSections(store: RunStore, id: string): Section[] {
  const roles = [
    { name: "seedProblems", role: "seed problem" },
    { name: "devProblems", role: "dev problem" },
    { name: "benchmarkProblems", role: "benchmark problem" },
  ] as const;
  return roles.flatMap(({ name, role }) =>
    store
      .artifacts(givenStep, name)
      .filter((problem) => problem.id === id)
      .map((problem) => {
        const benchmark = "benchmark" in problem ? ` of ${problem.benchmark}` : "";
        return problemSection(`${id} · ${role}${benchmark}`, problem);
      }),
  );
}

function stepSections(store: RunStore, step: StoredStep, id: string): Section[] {
  return [
    ...attemptSections(store, step, id),
    ...diagnosisSections(store, step, id),
    ...failureSections(store, step, id),
    ...exampleSections(store, step, id),
  ];
}

function attemptSections(store: RunStore, step: StoredStep, id: string): Section[] {
  const title = stepLabel(step);
  const isAbout = (attempt: Attempt) => attempt.problemId === id;
  return [
    ...store
      .artifacts(step.id, "attempts")
      .filter(isAbout)
      .map((attempt) => attemptSection(title, attempt)),
    ...store
      .artifacts(step.id, "evaluatedProblems")
      .filter(({ attempt }) => isAbout(attempt))
      .map(({ benchmark, attempt }) => attemptSection(`${title} on ${benchmark}`, attempt)),
  ];
}

function diagnosisSections(store: RunStore, step: StoredStep, id: string): Section[] {
  const diagnoses = [
    ...store.artifacts(step.id, "diagnoses"),
    ...store.artifacts(step.id, "benchmarkDiagnoses").map(({ diagnosis }) => diagnosis),
  ];
  return diagnoses
    .filter(({ problemId }) => problemId === id)
    .map(({ keyphrase, firstWrongStep, explanation }) =>
      section(stepLabel(step), [
        ["keyphrase", keyphrase],
        ["first wrong step", firstWrongStep === null ? "none of its own" : String(firstWrongStep + 1)],
        ["explanation", explanation],
        ["error types", errorTypesHolding(store, step, keyphrase)],
      ]),
    );
}

function failureSections(store: RunStore, step: StoredStep, id: string): Section[] {
  return store
    .items(step.id)
    .filter((item) => item.state === "failed" && (item.id === id || item.id.endsWith(`/${id}`)))
    .map(({ reason }) => section(stepLabel(step), [["failed", reason]]));
}

/** Types of the same iteration, after the review, that hold a keyphrase; undefined where none were made. */
function errorTypesHolding(store: RunStore, diagnose: StoredStep, keyphrase: string): string | undefined {
  const place = diagnose.id.slice(0, diagnose.id.lastIndexOf("/"));
  const types = store.artifacts(`${place}/review`, "reviewedErrorTypes");
  if (types.length === 0) return undefined;
  const holding = types.filter(({ keyphrases }) => keyphrases.includes(keyphrase));
  return textOf(holding.map(({ name, id }) => `${name} (${id})`));
}

/** Synthetic problems that the instructor wrote with this problem before it. */
function descendants(store: RunStore, steps: readonly StoredStep[], id: string): Section[] {
  const written = steps
    .flatMap((step) => store.artifacts(step.id, "syntheticProblems"))
    .filter(({ origin }) => origin.seeds.includes(id));
  if (written.length === 0) return [];
  return [
    section("shown to the instructor for", [
      ["synthetic problems", textOf(written.map((problem) => problem.id))],
    ]),
  ];
}
