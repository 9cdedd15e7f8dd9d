import type { MajorityVote } from "../../domain/majority-vote.ts";
import { mean, type Proportion, proportion } from "../../foundation/statistics.ts";
import type { ReportData, ReportedVotes } from "../report-data.ts";
import { type Comparison, compare } from "./comparison.ts";

/** Maj@k of a model on a benchmark. */
export interface VoteSummary {
  /** Null for the base model, whose iteration is 0. */
  armId: string | null;
  iteration: number;
  benchmarkId: string;
  /** Most samples that a problem has: the k of Maj@k. */
  samples: number;
  majority: Proportion;
  /** Mean share of a problem's samples that are right by themselves. */
  meanRight: number;
  /** On the problems that both models have samples of; null for the base model. */
  againstBase: Comparison | null;
}

/** Maj@k of every model that was sampled on the benchmarks. */
export function summarizeVotes({ votes }: Pick<ReportData, "votes">): VoteSummary[] {
  const base = votes.find(({ armId }) => armId === null);
  return votes.flatMap((model) =>
    [...Map.groupBy(model.votes, ({ benchmark }) => benchmark)].map(([benchmarkId, own]) => ({
      armId: model.armId,
      iteration: model.iteration,
      benchmarkId,
      samples: Math.max(...own.map(({ samples }) => samples)),
      majority: proportion(own.filter(isRight).length, own.length),
      meanRight: mean(own.map(({ rightSamples, samples }) => rightSamples / samples)),
      againstBase: base && base !== model ? compareVotes(base, benchmarkId, own) : null,
    })),
  );
}

function compareVotes(
  base: ReportedVotes,
  benchmarkId: string,
  own: readonly MajorityVote[],
): Comparison | null {
  const before = new Map(
    base.votes
      .filter(({ benchmark }) => benchmark === benchmarkId)
      .map((vote) => [vote.problemId, isRight(vote)]),
  );
  return compare(
    own.flatMap((vote) => {
      const wasRight = before.get(vote.problemId);
      return wasRight === undefined ? [] : [[wasRight, isRight(vote)] as const];
    }),
  );
}

const isRight = ({ verdict }: MajorityVote): boolean => verdict === "right";
