import { z } from "zod";
import { ErrataError } from "../foundation/errors.ts";
import type { ArtifactName, ServiceName, Stage } from "../stages/stage.ts";

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
  /** Of a control: what it sees of what the method made; all of it where nothing is said. */
  sees?: readonly ArtifactName[];
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
  /** 0 at the start, then the iteration, one more at the end: a control sees the method up to its own place. */
  place: number;
  /** 0 at the start, the last one at the end. */
  iteration: number;
  stage: Stage;
  settings: unknown;
  /** What the stage reads with these settings, where there is any. */
  reads: readonly ArtifactName[];
  /** What the stage uses with these settings. */
  uses: readonly ServiceName[];
  /** What it sees of what another line made; all of it where nothing is said. */
  sees?: readonly ArtifactName[];
}

/** The steps of a run: the method first; the controls need some of it, and nothing of each other. */
export interface Plan {
  recipe: string;
  method: Step[];
  controls: Step[][];
  /** The steps to run: all of them, or the method up to a stage; what is stored of the others stays. */
  goal: Step[];
}

/** The lines of a plan: the method, then the controls. */
export function linesOf(plan: Plan): Step[][] {
  return [plan.method, ...plan.controls];
}

/** All steps of a plan, in order. */
export function stepsOf(plan: Plan): Step[] {
  return linesOf(plan).flat();
}

type Settings = Record<string, unknown>;

export interface PlanOptions {
  iterations: number;
  /** The run ends after this stage of the method's first iteration. */
  until?: string | undefined;
  /** Settings by stage name, laid over the recipe's. */
  overrides?: Record<string, Settings>;
  /** Settings by step id, laid over everything else. */
  stepOverrides?: Record<string, Settings>;
  /** Artifacts that exist before the first stage. */
  given: readonly ArtifactName[];
}

/** A run that ends before its end needs no benchmarks: what would read them is then left out. */
function isPossible({ stage }: StageEntry, { given, until }: PlanOptions): boolean {
  const isMeant = until === undefined || stage.name === until;
  return isMeant || given.includes("benchmarkProblems") || !stage.reads.includes("benchmarkProblems");
}

/** Unrolls a recipe into steps and checks, before anything runs, that settings are valid and inputs will exist. */
export function planRun(recipe: Recipe, options: PlanOptions): Plan {
  const { method, controls } = recipe;
  checkStageNames(recipe, Object.keys(options.overrides ?? {}), [method, ...controls]);
  const layers = (line: Line, { stage, settings }: StageEntry): (Settings | undefined)[] =>
    line === method
      ? [settings, options.overrides?.[stage.name]]
      : // A control is the method but for its own settings, which the user's must not undo.
        [settingsIn(method, stage), options.overrides?.[stage.name], settings];
  const unroll = (line: Line) =>
    placesOf(line, options.iterations)
      .filter(({ entry }) => isPossible(entry, options))
      .map((place) => stepOf(line, place, layers(line, place.entry), options));

  const lines = { method: unroll(method), controls: controls.map(unroll) };
  const goal =
    options.until === undefined
      ? [lines.method, ...lines.controls].flat()
      : stepsUntil(options.until, lines.method, recipe);
  const plan: Plan = { recipe: recipe.name, ...lines, goal };
  checkIds(plan);
  checkInputs(plan, options.given);
  return plan;
}

function entriesOf({ atStart = [], inEachIteration = [], atEnd = [] }: Line): StageEntry[] {
  return [...atStart, ...inEachIteration, ...atEnd];
}

function settingsIn(line: Line, stage: Stage): Settings | undefined {
  return entriesOf(line).find((entry) => entry.stage === stage && entry.settings)?.settings;
}

interface Place {
  entry: StageEntry;
  place: number;
  iteration: number;
  label: string;
}

function placesOf({ atStart = [], inEachIteration = [], atEnd = [] }: Line, iterations: number): Place[] {
  const numbers = Array.from({ length: iterations }, (_, index) => index + 1);
  return [
    ...atStart.map((entry) => ({ entry, place: 0, iteration: 0, label: "start" })),
    ...numbers.flatMap((number) =>
      inEachIteration.map((entry) => ({ entry, place: number, iteration: number, label: String(number) })),
    ),
    ...atEnd.map((entry) => ({ entry, place: iterations + 1, iteration: iterations, label: "end" })),
  ];
}

function stepOf(
  { name: line, sees }: Line,
  { entry: { stage }, place, iteration, label }: Place,
  layers: readonly (Settings | undefined)[],
  { stepOverrides }: PlanOptions,
): Step {
  const id = `${line}/${label}/${stage.name}`;
  const parsed = stage.settings.safeParse(Object.assign({}, ...layers, stepOverrides?.[id]));
  if (!parsed.success) {
    throw new ErrataError(
      `The settings of stage "${stage.name}" are not valid: ${z.prettifyError(parsed.error)}`,
      {
        advice: `Correct them under \`stages: { ${stage.name}: … }\` in the configuration.`,
      },
    );
  }
  const unread = stage.unread?.(parsed.data) ?? [];
  const reads = [...stage.reads, ...stage.mayRead].filter((name) => !unread.includes(name));
  const unused = stage.unused?.(parsed.data) ?? [];
  const uses = stage.uses.filter((name) => !unused.includes(name));
  return { id, line, place, iteration, stage, settings: parsed.data, reads, uses, ...(sees ? { sees } : {}) };
}

function stepsUntil(until: string, method: readonly Step[], recipe: Recipe): Step[] {
  checkStageNames(recipe, [until], [{ ...recipe.method, atStart: [] }]);
  const end = method.findIndex(({ stage, place }) => stage.name === until && place > 0);
  return method.slice(0, end + 1);
}

function checkStageNames(recipe: Recipe, names: readonly string[], lines: readonly Line[]): void {
  const known = new Set(lines.flatMap(entriesOf).map(({ stage }) => stage.name));
  const unknown = names.find((name) => !known.has(name));
  if (unknown !== undefined) {
    throw new ErrataError(`The recipe "${recipe.name}" has no stage "${unknown}".`, {
      advice: `Its stages are ${[...known].join(", ")}.`,
    });
  }
}

function checkIds(plan: Plan): void {
  const seen = new Set<string>();
  for (const { id } of stepsOf(plan)) {
    if (seen.has(id)) throw new ErrataError(`The recipe "${plan.recipe}" has the step "${id}" twice.`);
    seen.add(id);
  }
}

function checkInputs({ method, controls, goal }: Plan, given: readonly ArtifactName[]): void {
  const isAsked = (step: Step) => goal.includes(step);
  const methodWrites = new Set<ArtifactName>(given);
  for (const step of method.filter(isAsked)) checkStep(step, methodWrites);
  for (const control of controls) {
    const sees = control[0]?.sees ?? [...methodWrites];
    const available = new Set([...given, ...sees.filter((name) => methodWrites.has(name))]);
    for (const step of control.filter(isAsked)) checkStep(step, available);
  }
}

/** Where a configuration gives what no stage makes. */
const givenBy: Partial<Record<ArtifactName, string>> = {
  seedProblems: "data.seeds",
  devProblems: "data.dev",
  benchmarkProblems: "data.benchmarks",
};

function missingInput(stage: string, artifact: ArtifactName): ErrataError {
  const key = givenBy[artifact];
  return key
    ? new ErrataError(`Stage "${stage}" needs problems, and \`${key}\` of the configuration names none.`, {
        advice: `Name a data set in \`${key}\`, or end the run before this stage with \`until\`.`,
      })
    : new ErrataError(`Stage "${stage}" needs ${artifact}, and no stage before it makes them.`, {
        advice: "Put the stage that makes them earlier in the recipe.",
      });
}

function checkStep({ stage }: Step, available: Set<ArtifactName>): void {
  const missing = stage.reads.find((name) => !available.has(name));
  if (missing) {
    throw missingInput(stage.name, missing);
  }
  for (const name of stage.writes) available.add(name);
}
