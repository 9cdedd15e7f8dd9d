import type { Line, Recipe, StageEntry } from "../engine/recipe.ts";
import { evaluate } from "../stages/evaluate.ts";
import { analyseBenchmarks } from "../stages/lemma/analyse-benchmarks.ts";
import { forcedPrefixes } from "../stages/lemma/forced-prefixes.ts";
import { selfCorrection } from "../stages/lemma/self-correction.ts";
import { majority } from "../stages/majority.ts";
import type { Stage } from "../stages/stage.ts";

const ofSelfCorrection = [forcedPrefixes.name, selfCorrection.name];

/** Whether the name is that of a stage which measures self-correction. */
export const measuresSelfCorrection = (stage: string): boolean => ofSelfCorrection.includes(stage);

/** Whether a line has a stage of the name before its first iteration. */
export const hasAtStart = ({ atStart = [] }: Line, isMeant: (stage: string) => boolean): boolean =>
  atStart.some(({ stage }) => isMeant(stage.name));

/** The recipe, measuring self-correction wherever it evaluates: every line goes on from the method's forced prefixes. */
export function measuringSelfCorrection(recipe: Recipe): Recipe {
  const { method, ...rest } = withoutSelfCorrection(recipe);
  const prepared = { ...method, atStart: [{ stage: forcedPrefixes }, ...(method.atStart ?? [])] };
  return changeLines({ ...rest, method: prepared }, (line) => {
    const measured = afterEvaluation(line, selfCorrection);
    return line.sees ? { ...measured, sees: [...line.sees, "forcedPrefixes"] } : measured;
  });
}

/** The recipe without what measures self-correction. */
export const withoutSelfCorrection = (recipe: Recipe): Recipe =>
  changeLines(recipe, (line) => without(line, measuresSelfCorrection));

/** The recipe, naming the mistakes in wrong answers on the benchmarks wherever it evaluates. */
export const namingMistakes = (recipe: Recipe): Recipe =>
  changeLines(recipe, (line) =>
    afterEvaluation(
      without(line, (stage) => stage === analyseBenchmarks.name),
      analyseBenchmarks,
    ),
  );

/** Whether a line names the mistakes in wrong answers. */
export const namesMistakes = (line: Line): boolean =>
  hasAtStart(line, (stage) => stage === analyseBenchmarks.name);

/** The recipe, voting on the benchmarks wherever it evaluates. */
export const takingVotes = (recipe: Recipe): Recipe =>
  changeLines(recipe, (line) => afterEvaluation(line, majority));

/** Whether a configuration's settings of stages ask for votes on the benchmarks. */
export const asksForVotes = (stages: Readonly<Record<string, unknown>>): boolean => majority.name in stages;

const changeLines = ({ method, controls, ...rest }: Recipe, change: (line: Line) => Line): Recipe => ({
  ...rest,
  method: change(method),
  controls: controls.map(change),
});

const without = (line: Line, isMeant: (stage: string) => boolean): Line =>
  changeEntries(line, (entries) => entries.filter(({ stage }) => !isMeant(stage.name)));

const afterEvaluation = (line: Line, measurement: Stage): Line =>
  changeEntries(line, (entries) =>
    entries.flatMap((entry) => (entry.stage === evaluate ? [entry, { stage: measurement }] : [entry])),
  );

function changeEntries(line: Line, change: (entries: readonly StageEntry[]) => StageEntry[]): Line {
  const { atStart, inEachIteration, atEnd, ...rest } = line;
  return {
    ...rest,
    ...(atStart ? { atStart: change(atStart) } : {}),
    ...(inEachIteration ? { inEachIteration: change(inEachIteration) } : {}),
    ...(atEnd ? { atEnd: change(atEnd) } : {}),
  };
}
