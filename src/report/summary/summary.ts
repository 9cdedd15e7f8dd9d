import type { Adapter } from "../../domain/adapter.ts";
import type { MistakeLabel } from "../../domain/mistake-label.ts";
import type { SelectionScore } from "../../domain/selection-score.ts";
import type { Proportion } from "../../foundation/statistics.ts";
import type { Arm, Benchmark, OverlapReport, ReportedRun, StageAccount, Warning } from "../report-data.ts";
import type { Comparison } from "./comparison.ts";
import type { DialoguesSummary } from "./dialogues.ts";
import type { ScoreSheet } from "./score-sheet.ts";
import type { SelfCorrectionSummary } from "./self-correction.ts";
import type { VoteSummary } from "./votes.ts";

/**
 * The figures of a run: `summary.json`.
 *
 * Equal configurations, seeds and model outputs give equal summaries, apart from `timings`.
 */
export interface Summary {
  /** Version of this layout. */
  format: 1;
  run: Omit<ReportedRun, "configText" | "startedAt" | "finishedAt"> & { complete: boolean };
  arms: (Arm & { trainingExamples: number | null; cost: number | null })[];
  /** What every benchmark holds, and the base model's accuracy on it. */
  benchmarks: (Omit<Benchmark, "problems"> & { problems: number; base: Proportion | null })[];
  /** Every model by every score: the base model first, then every arm after every iteration. */
  scores: ModelScores[];
  /** Every arm after every iteration against the base model. */
  results: Result[];
  /** The same over all benchmarks of a domain together. */
  domains: DomainResult[];
  /** The method against every control: `before` is the control, `after` the method, both after their last iteration. */
  margins: Margin[];
  errorTypes: ErrorTypeSummary[];
  selections: SelectionSummary[];
  trainings: TrainingSummary[];
  /** What every arm trained on, held against every benchmark. */
  overlap: OverlapReport;
  /** What models do after the same wrong and right beginnings; null where it was not measured. */
  selfCorrection: SelfCorrectionSummary | null;
  /** What models answer in the same dialogues; null where none was held. */
  dialogues: DialoguesSummary | null;
  /** How many wrong answers of every model on the benchmarks have a mistake of each kind first. */
  mistakes: MistakeCounts[];
  /** Maj@k of every model on every benchmark; empty where no votes were taken. */
  votes: VoteSummary[];
  stages: Omit<StageAccount, "seconds" | "cachedCalls">[];
  totals: Totals;
  warnings: Warning[];
  /** What may differ between runs with equal results. */
  timings: Timings;
}

export interface ModelScores extends ScoreSheet {
  /** Null for the base model, whose iteration is 0. */
  armId: string | null;
  iteration: number;
}

export interface MistakeCounts {
  /** Null for the base model, whose iteration is 0. */
  armId: string | null;
  iteration: number;
  labels: Partial<Record<MistakeLabel, number>>;
}

export type Domain = Benchmark["domain"];

export interface Result {
  armId: string;
  iteration: number;
  benchmarkId: string;
  overall: Comparison;
  skills: (Comparison & { skill: string })[];
  /** Problems whose attempt by the base model was diagnosed with the type. */
  errorTypes: (Comparison & { errorTypeId: string })[];
}

export interface DomainResult {
  armId: string;
  iteration: number;
  domain: Domain;
  comparison: Comparison;
}

export interface Margin {
  controlId: string;
  domain: Domain;
  comparison: Comparison;
}

interface ErrorTypeSummary {
  iteration: number;
  id: string;
  name: string;
  badCases: number;
  rightAfter: { iteration: number; right: number }[];
}

export interface SelectionSummary {
  armId: string;
  iteration: number;
  devSize: number;
  candidates: number;
  selected: number;
  /** How many times a candidate was tried on a dev problem. */
  evaluations: number;
  /** Share of the selected expected to be among the best, given these evaluations; null where none were made. */
  certainty: number | null;
  /** What scores are made of (`SelectionScore`); null where the target was asked nothing. */
  judgedBy: SelectionScore["judgedBy"] | null;
  /** Mean score of all candidates and of the selected ones; null where there are none. */
  meanScore: number | null;
  meanSelectedScore: number | null;
  /** Lowest selected score, how many candidates have it, and how many of those were selected. */
  cutOff: { score: number; candidates: number; selected: number } | null;
}

export interface TrainingSummary {
  armId: string;
  iteration: number;
  examples: number;
  skippedExamples: number;
  trainedTokens: number;
  steps: number;
  firstLoss: number | null;
  lastLoss: number | null;
  /** On dev problems, after so many steps; empty where it was not measured. */
  heldOutLosses: NonNullable<Adapter["heldOutLosses"]>;
  adapterDigest: string;
}

export interface Totals {
  calls: number;
  inputTokens: number;
  outputTokens: number;
  /** Calls whose tokens are estimated. */
  estimatedCalls: number;
  /** US dollars; null where the price of a model that was called is not known. */
  cost: number | null;
}

interface Timings {
  startedAt: string;
  finishedAt: string | null;
  stages: Pick<StageAccount, "armId" | "iteration" | "stage" | "seconds" | "cachedCalls">[];
}
