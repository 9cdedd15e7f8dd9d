import { z } from "zod";
import { ErrataError } from "../foundation/errors.ts";
import type { ArtifactName, Stage } from "../stages/stage.ts";

/** One stage of a recipe with the settings that differ from the stage's own defaults. */
export interface StageEntry {
  stage: Stage;
  settings?: Record<string, unknown>;
}

/** Stages in order: once before the first iteration, in every iteration, and once after the last. */
export interface Line {
  name: string;
  atStart?: readonly StageEntry[];
  inEachIteration?: readonly StageEntry[];
  atEnd?: readonly StageEntry[];
}

/** A method as a named list of stages, and the controls that share its budget and stand beside it. */
export interface Recipe {
  name: string;
  method: Line;
  controls: readonly Line[];
}

/** One stage at one place of a run. */
export interface Step {
  /** `method/2/select`: line, place (an iteration, `start` or `end`), stage. */
  id: string;
  line: string;
  /** The iteration whose artifacts it may see: 0 at the start, the last one at the end. */
  iteration: number;
  stage: Stage;
  settings: unknown;
}

/** The steps of a run: the method first; the controls need all of it, and nothing of each other. */
export interface Plan {
  recipe: string;
  method: Step[];
  controls: Step[][];
}

export interface PlanOptions {
  iterations: number;
  /** The method ends after this stage of the first iteration, and there are no controls. */
  until?: string | undefined;
  /** Settings by stage name, laid over the recipe's. */
  overrides?: Record<string, Record<string, unknown>>;
  /** Settings by step id, laid over everything else. */
  stepOverrides?: Record<string, Record<string, unknown>>;
  /** Artifacts that exist before the first stage. */
  given: readonly ArtifactName[];
}

/** Unrolls a recipe into steps and checks, before anything runs, that settings are valid and inputs will exist. */
export function planRun(recipe: Recipe, options: PlanOptions): Plan {
  const stageNames = new Set(
    [recipe.method, ...recipe.controls].flatMap((line) => entriesOf(line).map(({ stage }) => stage.name)),
  );
  for (const name of [...Object.keys(options.overrides ?? {}), ...(options.until ? [options.until] : [])]) {
    if (!stageNames.has(name)) {
      throw new ErrataError(`The recipe "${recipe.name}" has no stage "${name}".`, {
        advice: `Its stages are ${[...stageNames].join(", ")}.`,
      });
    }
  }
  const method = unroll(recipe.method, options);
  const controls = options.until ? [] : recipe.controls.map((line) => unroll(line, options));
  const end = method.findIndex(({ stage, iteration }) => stage.name === options.until && iteration > 0);
  const plan = { recipe: recipe.name, method: end < 0 ? method : method.slice(0, end + 1), controls };
  checkInputs(plan, options.given);
  return plan;
}

function entriesOf({ atStart = [], inEachIteration = [], atEnd = [] }: Line): StageEntry[] {
  return [...atStart, ...inEachIteration, ...atEnd];
}

function unroll(line: Line, options: PlanOptions): Step[] {
  const iterations = Array.from({ length: options.iterations }, (_, index) => index + 1);
  const place = (
    entries: readonly StageEntry[] | undefined,
    iteration: number,
    label = String(iteration),
  ): Step[] => (entries ?? []).map((entry) => stepOf(line.name, iteration, label, entry, options));
  return [
    ...place(line.atStart, 0, "start"),
    ...iterations.flatMap((iteration) => place(line.inEachIteration, iteration)),
    ...place(line.atEnd, options.iterations, "end"),
  ];
}

function stepOf(
  line: string,
  iteration: number,
  label: string,
  { stage, settings }: StageEntry,
  options: PlanOptions,
): Step {
  const id = `${line}/${label}/${stage.name}`;
  // A control is what its own settings make it, so the user's overrides must not undo those.
  const overrides = options.overrides?.[stage.name];
  const layered = line === "method" ? { ...settings, ...overrides } : { ...overrides, ...settings };
  const merged = { ...layered, ...options.stepOverrides?.[id] };
  const parsed = stage.settings.safeParse(merged);
  if (!parsed.success) {
    throw new ErrataError(
      `The settings of stage "${stage.name}" are not valid: ${z.prettifyError(parsed.error)}`,
      {
        advice: `Correct them under \`stages: { ${stage.name}: … }\` in the configuration.`,
      },
    );
  }
  return { id, line, iteration, stage, settings: parsed.data };
}

function checkInputs(plan: Plan, given: readonly ArtifactName[]): void {
  const methodWrites = new Set<ArtifactName>(given);
  for (const step of plan.method) checkStep(step, methodWrites);
  for (const control of plan.controls) {
    const available = new Set(methodWrites);
    for (const step of control) checkStep(step, available);
  }
}

/** Inputs that a first iteration cannot have yet, and that mean "none so far" when absent. */
const mayBeMissing: ReadonlySet<ArtifactName> = new Set([
  "adapters",
  "syntheticProblems",
  "novelFromProblems",
]);

function checkStep(step: Step, available: Set<ArtifactName>): void {
  const missing = step.stage.reads.find((name) => !available.has(name) && !mayBeMissing.has(name));
  if (missing) {
    throw new ErrataError(`Stage "${step.stage.name}" needs ${missing}, and no stage before it makes them.`, {
      advice:
        "Give the data set in the configuration, or put the stage that makes them earlier in the recipe.",
    });
  }
  for (const name of step.stage.writes) available.add(name);
}
