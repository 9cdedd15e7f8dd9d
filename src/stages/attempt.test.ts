import { describe, expect, it } from "vitest";
import { UnusableAnswerError } from "../foundation/errors.ts";
import { attempt } from "./attempt.ts";
import {
  adapterOf,
  contextOf,
  notingTarget,
  problemOf,
  scriptedModel,
  syntheticOf,
} from "./stage-context.fixture.ts";

const seedProblems = ["1", "blocked", "3"].map((id) => problemOf(id));

async function run(...adapters: string[]) {
  const { model, requests } = scriptedModel(({ problemId = "" }) => {
    if (problemId === "blocked") throw new UnusableAnswerError("blocked by a filter");
    return `It is ${problemId}`;
  });
  const { target, asked } = notingTarget(model);
  const made = [{ seedProblems }, ...adapters.map((key) => ({ adapters: [adapterOf(key)] }))];
  const context = contextOf({ made, services: { target } });
  const result = await attempt.run(context, attempt.settings.parse({ maxOutputTokens: 9 }));
  return { result, requests, asked };
}

describe("attempt", () => {
  it("asks the base model first, and the model with the newest adapter later", async () => {
    expect((await run()).asked).toEqual([null]);
    expect((await run("first", "second")).asked).toEqual(["second"]);
  });

  it("asks for no more tokens than allowed", async () => {
    for (const { maxOutputTokens } of (await run()).requests) expect(maxOutputTokens).toBe(9);
  });

  it("attempts what earlier iterations wrote, too, where asked to", async () => {
    const { model } = scriptedModel(({ problemId }) => `It is ${problemId}`);
    const made = [
      { seedProblems },
      { syntheticProblems: [syntheticOf("s1")] },
      { syntheticProblems: [syntheticOf("s2")] },
    ];
    const context = contextOf({ made, services: { target: notingTarget(model).target } });
    const attemptWith = async (settings: object) => {
      const { artifacts } = await attempt.run(context, attempt.settings.parse(settings));
      return artifacts.attempts!.map(({ problemId }) => problemId);
    };
    expect(await attemptWith({ problems: "seeds-and-synthetic" })).toEqual(["1", "blocked", "3", "s1", "s2"]);
    expect(await attemptWith({})).toEqual(["1", "blocked", "3"]);
  });

  it("accounts for every seed problem", async () => {
    const { result } = await run();
    expect(result.artifacts.attempts?.map(({ problemId }) => problemId)).toEqual(["1", "3"]);
    expect(result).toMatchObject({ in: 3, done: 2, notDone: { "blocked by a filter": 1 } });
  });
});
