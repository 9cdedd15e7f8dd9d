import type { Line, Recipe, StageEntry } from "../engine/recipe.ts";
import { converse, dialogues } from "../stages/dialogues/index.ts";
import { evaluate } from "../stages/evaluate.ts";
import { analyseBenchmarks } from "../stages/lemma/analyse-benchmarks.ts";
import { forcedPrefixes } from "../stages/lemma/forced-prefixes.ts";
import { selfCorrection } from "../stages/lemma/self-correction.ts";
import { majority } from "../stages/majority.ts";
import type { ArtifactName, Stage } from "../stages/stage.ts";

/** How the rounds of a dialogue reach a target. */
export type DialogueForm = "messages" | "text";

const ofSelfCorrection = [forcedPrefixes.name, selfCorrection.name];

/** What is measured of any recipe where a setting asks for it. */
export const measurementsAskedFor: {
  votes: readonly StageEntry[];
  selfCorrection: readonly StageEntry[];
  dialogues(rounds: DialogueForm): readonly StageEntry[];
} = {
  votes: [{ stage: majority }],
  selfCorrection: [{ stage: forcedPrefixes }, { stage: selfCorrection }],
  dialogues: (rounds) => [{ stage: dialogues }, { stage: converse, settings: { rounds } }],
};

/** Whether the name is that of a stage which measures self-correction. */
export const measuresSelfCorrection = (stage: string): boolean => ofSelfCorrection.includes(stage);

/** Whether a line has a stage of the name before its first iteration. */
export const hasAtStart = ({ atStart = [] }: Line, isMeant: (stage: string) => boolean): boolean =>
  atStart.some(({ stage }) => isMeant(stage.name));

/** The recipe, measuring self-correction wherever it evaluates: every line goes on from the method's forced prefixes. */
export const measuringSelfCorrection = (recipe: Recipe): Recipe =>
  measuringWith(withoutSelfCorrection(recipe), {
    maker: forcedPrefixes,
    made: "forcedPrefixes",
    measurement: { stage: selfCorrection },
  });

/** The recipe without what measures self-correction. */
export const withoutSelfCorrection = (recipe: Recipe): Recipe =>
  changeLines(recipe, (line) => without(line, measuresSelfCorrection));

/** The recipe, naming the mistakes in wrong answers on the benchmarks wherever it evaluates. */
export const namingMistakes = (recipe: Recipe): Recipe =>
  changeLines(recipe, (line) =>
    afterEvaluation(
      without(line, (stage) => stage === analyseBenchmarks.name),
      { stage: analyseBenchmarks },
    ),
  );

/** Whether a line names the mistakes in wrong answers. */
export const namesMistakes = (line: Line): boolean =>
  hasAtStart(line, (stage) => stage === analyseBenchmarks.name);

/** The recipe, voting on the benchmarks wherever it evaluates. */
export const takingVotes = (recipe: Recipe): Recipe =>
  changeLines(recipe, (line) => afterEvaluation(line, { stage: majority }));

/** Whether a configuration's settings of stages ask for votes on the benchmarks. */
export const asksForVotes = (stages: Readonly<Record<string, unknown>>): boolean => majority.name in stages;

/** Whether a configuration's settings of stages ask for dialogues. */
export const asksForDialogues = (stages: Readonly<Record<string, unknown>>): boolean =>
  dialogues.name in stages || converse.name in stages;

/** The recipe, holding dialogues wherever it evaluates: those that are given, or those that the method makes. */
export const holdingDialogues = (
  recipe: Recipe,
  { rounds, areGiven }: { rounds: DialogueForm; areGiven: boolean },
): Recipe =>
  measuringWith(recipe, {
    maker: areGiven ? null : dialogues,
    made: "dialogues",
    measurement: { stage: converse, settings: { rounds } },
  });

/** A measurement with material that is made once, so that all models see the same. */
interface SharedMeasurement {
  /** Null where the material is given. */
  maker: Stage | null;
  made: ArtifactName;
  measurement: StageEntry;
}

function measuringWith(recipe: Recipe, { maker, made, measurement }: SharedMeasurement): Recipe {
  const { method, controls, ...rest } = recipe;
  const measured = afterEvaluation(method, measurement);
  return {
    ...rest,
    method: { ...measured, atStart: [...(maker ? [{ stage: maker }] : []), ...(measured.atStart ?? [])] },
    controls: controls.map((line) => {
      // Its settings are the method's, which a user's may change.
      const control = afterEvaluation(line, { stage: measurement.stage });
      return line.sees ? { ...control, sees: [...line.sees, made] } : control;
    }),
  };
}

const changeLines = ({ method, controls, ...rest }: Recipe, change: (line: Line) => Line): Recipe => ({
  ...rest,
  method: change(method),
  controls: controls.map(change),
});

const without = (line: Line, isMeant: (stage: string) => boolean): Line =>
  changeEntries(line, (entries) => entries.filter(({ stage }) => !isMeant(stage.name)));

const afterEvaluation = (line: Line, measurement: StageEntry): Line =>
  changeEntries(line, (entries) =>
    entries.flatMap((entry) => (entry.stage === evaluate ? [entry, measurement] : [entry])),
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
