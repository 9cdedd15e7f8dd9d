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
  const title = stepLabel(step);
  const about = <Row extends { problemId: string }>(rows: readonly Row[]) =>
    rows.filter(({ problemId }) => problemId === id);

  const attempts = about(store.artifacts(step.id, "attempts")).map((attempt) =>
    attemptSection(title, attempt),
  );
  const evaluated = store
    .artifacts(step.id, "evaluatedProblems")
    .filter(({ attempt }) => attempt.problemId === id)
    .map(({ benchmark, attempt }) => attemptSection(`${title} on ${benchmark}`, attempt));
  const diagnoses = about(store.artifacts(step.id, "diagnoses")).map((diagnosis) =>
    section(title, [
      ["keyphrase", diagnosis.keyphrase],
      [
        "first wrong step",
        diagnosis.firstWrongStep === null ? "none of its own" : String(diagnosis.firstWrongStep + 1),
      ],
      ["explanation", diagnosis.explanation],
      ["error types", errorTypesHolding(store, step, diagnosis.keyphrase)],
    ]),
  );
  const failed = store
    .items(step.id)
    .filter((item) => item.state === "failed" && (item.id === id || item.id.endsWith(`/${id}`)))
    .map(({ reason }) => section(title, [["failed", reason]]));
  return [...attempts, ...evaluated, ...diagnoses, ...failed, ...exampleSections(store, step, id)];
}

/** Types of the same iteration, after the review, that hold a keyphrase. */
function errorTypesHolding(store: RunStore, diagnose: StoredStep, keyphrase: string): string {
  const place = diagnose.id.slice(0, diagnose.id.lastIndexOf("/"));
  const types = store
    .artifacts(`${place}/review`, "reviewedErrorTypes")
    .filter(({ keyphrases }) => keyphrases.includes(keyphrase));
  return textOf(types.map(({ name, id }) => `${name} (${id})`));
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
