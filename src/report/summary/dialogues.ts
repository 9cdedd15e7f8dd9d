import type { DialogueAnswer, DialogueKind } from "../../domain/dialogue.ts";
import { type Proportion, proportion } from "../../foundation/statistics.ts";
import { tally } from "../../stages/stage.ts";
import type { ReportData, ReportedDialogues } from "../report-data.ts";
import { type Comparison, compare } from "./comparison.ts";
import { inOrderOfArms, methodAndControls } from "./models-of-arms.ts";
import { isRight } from "./paired-problems.ts";

/** How models answer in the same dialogues. */
export interface DialoguesSummary {
  /** How many there are of each kind. */
  dialogues: Partial<Record<DialogueKind, number>>;
  /** The base model first, then every arm after every iteration. */
  models: ModelInDialogues[];
  /** The method against every control, after their last iterations, round by round: `before` is the control. */
  margins: (RoundOfKind & { controlId: string; comparison: Comparison })[];
}

export interface ModelInDialogues {
  /** Null for the base model, whose iteration is 0. */
  armId: string | null;
  iteration: number;
  rounds: RoundFigures[];
}

/** A round, from 1, of the dialogues of one kind. */
export interface RoundOfKind {
  kind: DialogueKind;
  round: number;
}

export interface RoundFigures extends RoundOfKind {
  right: Proportion;
  /** On the dialogues that both models were held with; null for the base model. */
  againstBase: Comparison | null;
}

/** The rounds that a model answers, in the order in which they are told. */
const roundsAnswered: readonly RoundOfKind[] = [
  { kind: "follow-up", round: 1 },
  { kind: "follow-up", round: 2 },
  { kind: "follow-up", round: 3 },
  { kind: "error-correction", round: 2 },
];

type Model = ReportedDialogues["models"][0];

/** The figures of the dialogues; null where none was held. */
export function summarizeDialogues({
  arms,
  dialogues: reported,
}: Pick<ReportData, "arms" | "dialogues">): DialoguesSummary | null {
  if (!reported) return null;
  const { dialogues, models } = reported;
  const base = models.find(({ armId }) => armId === null);
  const ordered = inOrderOfArms(arms, models);
  return {
    dialogues: tally(dialogues.map(({ kind }) => kind)),
    models: ordered.map((model) => ({
      armId: model.armId,
      iteration: model.iteration,
      rounds: roundsAnswered.flatMap((round) => roundFigures(round, model, base) ?? []),
    })),
    margins: marginsOf(arms, ordered),
  };
}

function roundFigures(round: RoundOfKind, model: Model, base: Model | undefined): RoundFigures | null {
  const own = answersIn(round, model);
  if (own.length === 0) return null;
  return {
    ...round,
    right: proportion(own.filter(({ attempt }) => isRight(attempt)).length, own.length),
    againstBase: base && model !== base ? compareAnswers(round, base, model) : null,
  };
}

function marginsOf(arms: ReportData["arms"], models: readonly Model[]): DialoguesSummary["margins"] {
  const compared = methodAndControls(arms, models);
  if (!compared) return [];
  return compared.controls.flatMap(({ controlId, control }) =>
    roundsAnswered.flatMap((round) => {
      const comparison = compareAnswers(round, control, compared.method);
      return comparison ? [{ controlId, ...round, comparison }] : [];
    }),
  );
}

/** Two models by their answers in the same round of the same dialogues; null where they share none. */
function compareAnswers(round: RoundOfKind, before: Model, later: Model): Comparison | null {
  const earlier = new Map(
    answersIn(round, before).map((answer) => [placeOf(answer), isRight(answer.attempt)]),
  );
  return compare(
    answersIn(round, later).flatMap((answer) => {
      const was = earlier.get(placeOf(answer));
      return was === undefined ? [] : [[was, isRight(answer.attempt)] as const];
    }),
  );
}

const answersIn = ({ kind, round }: RoundOfKind, { answers }: Model): DialogueAnswer[] =>
  answers.filter((answer) => answer.kind === kind && answer.round === round);

const placeOf = ({ benchmark, attempt }: DialogueAnswer): string => `${benchmark}/${attempt.problemId}`;
