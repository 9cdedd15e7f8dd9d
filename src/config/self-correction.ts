import type { Line, Recipe, StageEntry } from "../engine/recipe.ts";
import { evaluate } from "../stages/evaluate.ts";
import { forcedPrefixes } from "../stages/lemma/forced-prefixes.ts";
import { selfCorrection } from "../stages/lemma/self-correction.ts";

const measurement = [forcedPrefixes.name, selfCorrection.name];

/** Whether the name is that of a stage which measures self-correction. */
export const measuresSelfCorrection = (stage: string): boolean => measurement.includes(stage);

/** The recipe, measuring self-correction wherever it evaluates: every line goes on from the method's forced prefixes. */
export function measuringSelfCorrection(recipe: Recipe): Recipe {
  const { method, controls, ...rest } = withoutSelfCorrection(recipe);
  const prepared = { ...method, atStart: [{ stage: forcedPrefixes }, ...(method.atStart ?? [])] };
  return { ...rest, method: measuringLine(prepared), controls: controls.map(measuringLine) };
}

function measuringLine(line: Line): Line {
  const measured = changeEntries(line, (entries) =>
    entries.flatMap((entry) => (entry.stage === evaluate ? [entry, { stage: selfCorrection }] : [entry])),
  );
  return line.sees ? { ...measured, sees: [...line.sees, "forcedPrefixes"] } : measured;
}

/** The recipe without what measures self-correction. */
export function withoutSelfCorrection({ method, controls, ...rest }: Recipe): Recipe {
  const strip = (line: Line) =>
    changeEntries(line, (entries) => entries.filter(({ stage }) => !measuresSelfCorrection(stage.name)));
  return { ...rest, method: strip(method), controls: controls.map(strip) };
}

function changeEntries(line: Line, change: (entries: readonly StageEntry[]) => StageEntry[]): Line {
  const { atStart, inEachIteration, atEnd, ...rest } = line;
  return {
    ...rest,
    ...(atStart ? { atStart: change(atStart) } : {}),
    ...(inEachIteration ? { inEachIteration: change(inEachIteration) } : {}),
    ...(atEnd ? { atEnd: change(atEnd) } : {}),
  };
}
