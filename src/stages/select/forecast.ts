import { expectedAttempts, type ForecastView, type StageForecast } from "../forecast.ts";
import type { ArtifactName } from "../stage.ts";
import { keptOf } from "./choose.ts";
import { type StrategyName, strategies } from "./strategies/index.ts";

export interface ForecastSettings {
  strategy: StrategyName;
  scorer: "base" | "adapted";
  devBad: number;
  devGood: number;
  keep: number;
  maxOutputTokens: number;
  evaluations: number;
}

/**
 * An attempt at every dev problem, and one at every dev case with each candidate as the example before it, or at most the
 * share of them that a race may take. What is judged otherwise asks for no further answers.
 */
export function forecastSelection(
  view: ForecastView<ArtifactName>,
  settings: ForecastSettings,
): StageForecast<ArtifactName> {
  const { strategy, scorer, devBad, devGood, keep, maxOutputTokens, evaluations } = settings;
  const candidates = Math.round(view.read("syntheticProblems").rows);
  const leaves = { trainingExamples: { rows: keptOf(candidates, keep) } };
  const { judgesBy } = strategies[strategy];
  if (!judgesBy) return { calls: [], leaves };

  const adapter = scorer === "adapted" ? view.origin("adapters") : null;
  const { calls, attempts } = expectedAttempts(view, { problems: "devProblems", adapter, maxOutputTokens });
  if (judgesBy !== "attempts") return { calls: [calls], leaves };
  const bad = Math.min(devBad, Math.round(attempts.bad));
  const good = Math.min(devGood, Math.round(attempts.rows - attempts.bad));
  const all = candidates * (bad + good);
  const count = strategy === "racing" ? Math.floor(all * evaluations) : all;
  return {
    calls: [calls, { kind: "one-shot attempt", count, maxOutputTokens }],
    leaves,
  };
}
