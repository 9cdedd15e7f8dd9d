import type { MistakeLabel } from "../../domain/mistake-label.ts";
import { type PrefixContinuation, PrefixKind } from "../../domain/self-correction.ts";
import { type Proportion, proportion } from "../../foundation/statistics.ts";
import { tally } from "../../stages/stage.ts";
import type { ReportData, ReportedSelfCorrection } from "../report-data.ts";
import { type Comparison, compare } from "./comparison.ts";
import { inOrderOfArms, methodAndControls } from "./models-of-arms.ts";
import { isRight } from "./paired-problems.ts";

/** What models do after a wrong step, and after right ones, on the same problems. */
export interface SelfCorrectionSummary {
  /** Problems whose solution models went on with, from a wrong beginning and from a right one. */
  problems: number;
  /** The mistakes that the wrong beginnings end with. */
  labels: Partial<Record<MistakeLabel, number>>;
  /** The base model first, then every arm after every iteration. */
  models: ModelSelfCorrection[];
  /** The method against every control, after their last iterations, by what ends right: `before` is the control. */
  margins: SelfCorrectionMargin[];
}

export interface ModelSelfCorrection {
  /** Null for the base model, whose iteration is 0. */
  armId: string | null;
  iteration: number;
  /** To turn back is to notice the mistake. */
  afterWrong: AfterPrefix | null;
  /** To turn back is to correct what was right. */
  afterRight: AfterPrefix | null;
}

export interface AfterPrefix {
  turnsBack: Proportion;
  endsRight: Proportion;
  turnsBackAndEndsRight: Proportion;
  /** By what ends right, on the problems that both models went on with; null for the base model. */
  againstBase: Comparison | null;
}

export interface SelfCorrectionMargin {
  controlId: string;
  prefix: PrefixKind;
  comparison: Comparison;
}

type Model = ReportedSelfCorrection["models"][0];

/** The figures of self-correction; null where it was not measured. */
export function summarizeSelfCorrection({
  arms,
  selfCorrection,
}: Pick<ReportData, "arms" | "selfCorrection">): SelfCorrectionSummary | null {
  if (!selfCorrection) return null;
  const { prefixes, models } = selfCorrection;
  const base = models.find(({ armId }) => armId === null);
  const ordered = inOrderOfArms(arms, models);
  return {
    problems: prefixes.length,
    labels: tally(prefixes.map(({ label }) => label)),
    models: ordered.map((model) => ({
      armId: model.armId,
      iteration: model.iteration,
      afterWrong: afterPrefix("wrong", model, base),
      afterRight: afterPrefix("right", model, base),
    })),
    margins: marginsOf(arms, ordered),
  };
}

function afterPrefix(prefix: PrefixKind, model: Model, base: Model | undefined): AfterPrefix | null {
  const own = after(prefix, model);
  if (own.length === 0) return null;
  const share = (holds: (continuation: PrefixContinuation) => boolean) =>
    proportion(own.filter(holds).length, own.length);
  return {
    turnsBack: share(({ turnsBack }) => turnsBack),
    endsRight: share(endsRight),
    turnsBackAndEndsRight: share((continuation) => continuation.turnsBack && endsRight(continuation)),
    againstBase: base && model !== base ? compareEndings(prefix, base, model) : null,
  };
}

function marginsOf(arms: ReportData["arms"], models: readonly Model[]): SelfCorrectionMargin[] {
  const compared = methodAndControls(arms, models);
  if (!compared) return [];
  return compared.controls.flatMap(({ controlId, control }) =>
    PrefixKind.options.flatMap((prefix) => {
      const comparison = compareEndings(prefix, control, compared.method);
      return comparison ? [{ controlId, prefix, comparison }] : [];
    }),
  );
}

/** Two models by how they end the same beginnings; null where they share none. */
function compareEndings(prefix: PrefixKind, before: Model, later: Model): Comparison | null {
  const endings = new Map(after(prefix, before).map((each) => [placeOf(each), endsRight(each)]));
  return compare(
    after(prefix, later).flatMap((each) => {
      const ending = endings.get(placeOf(each));
      return ending === undefined ? [] : [[ending, endsRight(each)] as const];
    }),
  );
}

const after = (prefix: PrefixKind, { continuations }: Model): PrefixContinuation[] =>
  continuations.filter((continuation) => continuation.prefix === prefix);

const endsRight = ({ attempt }: PrefixContinuation): boolean => isRight(attempt);

const placeOf = ({ benchmark, attempt }: PrefixContinuation): string => `${benchmark}/${attempt.problemId}`;
