import { expect, it } from "vitest";
import type { ForecastView } from "../forecast.ts";
import { toyMistakes } from "../lemma/lemma.fixture.ts";
import type { ArtifactName } from "../stage.ts";
import { instructorWith } from "../stage-context.fixture.ts";
import { converse, dialogues } from "./index.ts";

const rates = {
  wrongAnswers: 0.5,
  distinctKeyphrases: 0,
  errorTypes: 0,
  novelDrafts: 0,
  soundDrafts: 0.5,
  agreement: 0,
  wrongInjections: 1,
  foundLabels: 0.5,
  rightCorrections: 0,
};

const viewOf = (
  rows: { [Name in ArtifactName]?: { rows: number; bad?: number } },
  instructor: ForecastView<ArtifactName>["instructor"] = {},
): ForecastView<ArtifactName> => ({
  read: (name) => rows[name] ?? { rows: 0 },
  countEvery: () => 0,
  origin: () => "method/1/train",
  rates,
  instructor,
});

it("asks for as many further questions and mistakes as it takes to have enough of use", () => {
  const settings = dialogues.settings.parse({ problems: 15 });
  const whole = instructorWith({ followUps: async () => [], mistakes: toyMistakes() });
  const { calls, leaves } = dialogues.forecast!(
    viewOf({ benchmarkProblems: { rows: 1_000 } }, whole),
    settings,
  );
  expect(calls).toEqual([
    // Both questions are sound in every fourth answer.
    { kind: "follow-ups", count: 60 },
    { kind: "inject", count: 30 },
    { kind: "analyse", count: 30 },
  ]);
  expect(leaves.dialogues).toEqual({ rows: 30, bad: 15 });
});

it("makes no dialogue that the instructor cannot make", () => {
  const settings = dialogues.settings.parse({});
  const { calls, leaves } = dialogues.forecast!(viewOf({ benchmarkProblems: { rows: 9 } }), settings);
  expect(calls.every(({ count }) => count === 0)).toBe(true);
  expect(leaves.dialogues).toEqual({ rows: 0, bad: 0 });
});

it("answers the first round of follow-ups as the evaluation does, and every other after what was said", () => {
  const settings = converse.settings.parse({ maxOutputTokens: 9 });
  const { calls } = converse.forecast!(viewOf({ dialogues: { rows: 12, bad: 5 } }), settings);
  expect(calls).toEqual([
    { kind: "attempt", count: 7, maxOutputTokens: 9, once: "benchmarkProblems method/1/train 9" },
    { kind: "dialogue attempt", count: 7, maxOutputTokens: 9, earlier: 1 },
    { kind: "dialogue attempt", count: 7, maxOutputTokens: 9, earlier: 2 },
    { kind: "dialogue attempt", count: 5, maxOutputTokens: 9, earlier: 1 },
  ]);
});
