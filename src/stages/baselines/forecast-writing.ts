import type { ExpectedCalls, ForecastView, StageForecast } from "../forecast.ts";
import type { ArtifactName } from "../stage.ts";
import type { Verify } from "../synthesize/admission.ts";
import { verificationBy } from "../synthesize/verification-by.ts";
import { forecastVotes } from "../synthesize/votes.ts";

export interface ForecastedWriting {
  budget: number;
  verify: Verify | "auto";
  votes: number;
  /** What one call shows, and how many problems it asks for. */
  call: Omit<Extract<ExpectedCalls, { kind: "vary" }>, "kind" | "count">;
}

/** The calls to write as many problems as are asked for, with those for drafts that are dropped. */
export function forecastWriting(
  { instructor, rates }: ForecastView<ArtifactName>,
  { budget, verify, votes, call }: ForecastedWriting,
): StageForecast<ArtifactName> {
  const how = verificationBy(instructor, verify);
  const ballot = how === "votes" ? forecastVotes(votes, rates.agreement) : { calls: 0, accepted: 1 };
  const sound = rates.novelDrafts * (how === "none" ? 1 : rates.soundDrafts);
  const calls: ExpectedCalls[] = [
    { kind: "vary", count: budget / (call.problems * sound * ballot.accepted), ...call },
    { kind: "solve", count: (budget / ballot.accepted) * ballot.calls },
  ];
  return {
    calls: calls.filter(({ count }) => count > 0),
    leaves: { syntheticProblems: { rows: budget }, trainingExamples: { rows: budget } },
  };
}
