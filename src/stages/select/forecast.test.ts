import { describe, expect, it } from "vitest";
import type { ForecastView } from "../forecast.ts";
import type { ArtifactName } from "../stage.ts";
import { forecastSelection } from "./forecast.ts";
import type { StrategyName } from "./strategies/index.ts";

const view = {
  read: (name: ArtifactName) => ({ rows: name === "devProblems" ? 50 : 20 }),
  origin: () => null,
  rates: { wrongAnswers: 0.4 },
} as unknown as ForecastView<ArtifactName>;

const forecast = (strategy: StrategyName) =>
  forecastSelection(view, {
    strategy,
    scorer: "base",
    devBad: 5,
    devGood: 5,
    keep: 0.25,
    maxOutputTokens: 512,
    evaluations: 0.15,
  });

describe("forecastSelection", () => {
  it.each([
    ["exact", [50, 200]],
    ["racing", [50, 30]],
    ["loss", [50]],
    ["less", [50]],
    ["diversity", []],
    ["random", []],
  ] as const)("tells the answers that %s asks for", (strategy, counts) => {
    const { calls, leaves } = forecast(strategy);
    expect(calls.map(({ count }) => count)).toEqual(counts);
    expect(leaves).toEqual({ trainingExamples: { rows: 5 } });
  });
});
