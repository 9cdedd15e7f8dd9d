import type { ExpectedCalls, ForecastView } from "../forecast.ts";
import type { ArtifactName } from "../stage.ts";
import type { Verify } from "./admission.ts";
import type { CallSettings } from "./calls.ts";
import { forecastVotes } from "./votes.ts";

export interface ForecastSettings extends CallSettings {
  problems: number;
  verify: Verify;
  votes: number;
  patience: number;
}

/** The calls that synthesis is expected to make, and the problems that it keeps, with types of equal size. */
export function forecastSynthesis(
  { read, rates }: ForecastView<ArtifactName>,
  settings: ForecastSettings,
): { calls: ExpectedCalls[]; kept: number } {
  const types = Math.round(read("reviewedErrorTypes").rows);
  if (types === 0) return { calls: [], kept: 0 };
  const votes = forecastVotes(settings.votes, rates.agreement);
  const isVoted = settings.verify === "votes";
  const usable = rates.novelDrafts * (settings.verify === "none" ? 1 : rates.soundDrafts);
  const quota = settings.problems / types;
  const type = forecastType(quota, settings, usable * (isVoted ? votes.accepted : 1));
  const kept = types * type.kept;
  const { problemsPerCall: problems, seedsAtFirst, seedsLater, keptShown } = settings;
  const calls: ExpectedCalls[] = [
    { kind: "synthesize", count: types * type.firstCalls, badCases: seedsAtFirst, kept: 0, problems },
    { kind: "synthesize", count: types * type.laterCalls, badCases: seedsLater, kept: keptShown, problems },
  ];
  if (isVoted) calls.push({ kind: "solve", count: (kept / votes.accepted) * votes.calls });
  return { calls: calls.filter(({ count }) => count > 0), kept };
}

/** The rounds of one type, of whose drafts a share is kept. */
function forecastType(
  quota: number,
  { problemsPerCall, patience }: Pick<ForecastSettings, "problemsPerCall" | "patience">,
  keptShare: number,
): { firstCalls: number; laterCalls: number; kept: number } {
  let [firstCalls, laterCalls, kept, barrenRounds] = [0, 0, 0, 0];
  while (Math.round(quota - kept) > 0 && barrenRounds < patience) {
    const calls = Math.ceil((quota - kept) / problemsPerCall);
    const usable = Math.round(calls * problemsPerCall * keptShare);
    if (kept === 0) firstCalls += calls;
    else laterCalls += calls;
    barrenRounds = usable > 0 ? 0 : barrenRounds + 1;
    kept = Math.min(quota, kept + usable);
  }
  return { firstCalls, laterCalls, kept };
}
