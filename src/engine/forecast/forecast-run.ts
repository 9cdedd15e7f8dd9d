import type { Instructor } from "../../instructors/instructor.ts";
import {
  type ExpectedCalls,
  type ExpectedRows,
  type ForecastView,
  isOfTarget,
  type Rates,
  type StageForecast,
} from "../../stages/forecast.ts";
import type { ArtifactName } from "../../stages/stage.ts";
import type { Plan, Step } from "../recipe.ts";
import { givenStep, writersOf } from "../run-view.ts";

/** How many rows of each kind a step leaves. */
export type Leaves = StageForecast<ArtifactName>["leaves"];

/** The calls of language models that a step is expected to make. */
export interface StepForecast {
  step: Step;
  /** Null where the stage cannot tell: what follows from it is not told either. */
  calls: ExpectedCalls[] | null;
}

export interface ForecastOptions {
  plan: Plan;
  /** What the user gives. */
  given: Leaves;
  rates: Rates;
  instructor: Instructor;
  /** What a step left that is done already. */
  known?(step: Step): Leaves | undefined;
}

const nothing: ExpectedRows = { rows: 0 };

/**
 * The calls that a run is expected to make, step by step. Calls that several steps make count for the first of them,
 * as the run counts them. An instructor without a language model makes none.
 */
export function forecastRun(options: ForecastOptions): StepForecast[] {
  const { plan, given, known, instructor } = options;
  const leaves = new Map<string, Leaves>([[givenStep, given]]);
  const made = new Set<string>();
  const isFirst = (calls: ExpectedCalls) => {
    if (calls.kind !== "attempt") return true;
    const isNew = !made.has(calls.once);
    made.add(calls.once);
    return isNew;
  };
  const isAsked = (calls: ExpectedCalls) => isOfTarget(calls) || instructor.askingThrough !== undefined;

  return plan.goal.map((step) => {
    const forecast = step.stage.forecast?.(viewOf(step, leaves, options), step.settings);
    leaves.set(step.id, known?.(step) ?? forecast?.leaves ?? {});
    const calls = forecast?.calls
      .map((expected) => ({ ...expected, count: Math.round(expected.count) }))
      .filter((expected) => expected.count > 0 && isAsked(expected) && isFirst(expected));
    const asksNobody = !step.uses.includes("target") && !step.uses.includes("instructor");
    return { step, calls: calls ?? (asksNobody ? [] : null) };
  });
}

function viewOf(
  step: Step,
  leaves: ReadonlyMap<string, Leaves>,
  { plan, given, rates, instructor }: ForecastOptions,
): ForecastView<ArtifactName> {
  const names = new Set(Object.keys(given) as ArtifactName[]);
  const origins = (name: ArtifactName) => writersOf(plan, step, name, names);
  const leftBy = (writer: string | undefined, name: ArtifactName) =>
    leaves.get(writer ?? "")?.[name] ?? nothing;
  return {
    read: (name) => leftBy(origins(name).at(-1), name),
    countEvery: (name) => origins(name).reduce((sum, writer) => sum + leftBy(writer, name).rows, 0),
    origin: (name) => origins(name).at(-1) ?? null,
    rates,
    instructor,
  };
}
