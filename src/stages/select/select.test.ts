import { describe, expect, it } from "vitest";
import { UnusableAnswerError } from "../../foundation/errors.ts";
import type { GenerationRequest, LanguageModel, ScoreRequest } from "../../models/language-model.ts";
import type { InfluenceRequest } from "../../trainers/trainer.ts";
import type { AdapterTrainer } from "../stage.ts";
import {
  adapterOf,
  contextOf,
  notingTarget,
  problemOf,
  scriptedModel,
  syntheticOf,
} from "../stage-context.fixture.ts";
import { select } from "./index.ts";

const settingsOf = (more: object = {}) => select.settings.parse({ keep: 0.5, ...more }) as never;

/** Dev problems whose id begins with "good" are solved without help, and all of them after the demonstration "helpful". */
const scripted = ({ prompt, problemId = "" }: GenerationRequest) =>
  `It is ${problemId.startsWith("good") || prompt.includes("helpful") ? problemId : "something else"}`;

function run(
  more: {
    settings?: object;
    answer?: typeof scripted;
    candidates?: string[];
    score?: LanguageModel["score"];
    trainer?: AdapterTrainer;
  } = {},
) {
  const { settings = {}, answer = scripted, candidates = ["dull-1", "helpful", "dull-2", "dull-3"] } = more;
  const { model, requests } = scriptedModel(answer);
  const { target, asked } = notingTarget(more.score ? { ...model, score: more.score } : model);
  const context = contextOf({
    made: [
      {
        syntheticProblems: [syntheticOf("of an earlier iteration")],
        adapters: [adapterOf("older")],
      },
      {
        syntheticProblems: candidates.map((id) => syntheticOf(id)),
        devProblems: ["bad-1", "bad-2", "good-1", "good-2"].map((id) => problemOf(id)),
        adapters: [adapterOf("newest")],
      },
    ],
    services: { target, ...(more.trainer ? { trainer: more.trainer } : {}) },
    iteration: 3,
  });
  const result = select.run(context, settingsOf(settings));
  return { result, requests, asked, context };
}
const chosen = async (result: ReturnType<typeof run>["result"]) =>
  (await result).artifacts.trainingExamples!.map(({ sources }) => sources[0]);

describe("select", () => {
  it("shows every candidate of this iteration before every dev case and keeps the most helpful", async () => {
    const { result, requests } = run({ settings: { keep: 0.25 } });
    expect(await chosen(result)).toEqual(["helpful"]);
    const scores = (await result).artifacts.selectionScores!;
    expect(scores[0]).toMatchObject({ problemId: "helpful", exactMatchBad: 1, exactMatchGood: 1, score: 1 });
    expect(scores[1]).toMatchObject({ exactMatchBad: 0, exactMatchGood: 1, score: 0.5, evaluations: 4 });
    expect(requests).toHaveLength(4 + 4 * 4);
  });

  it("makes training examples with their lineage, in the order of the candidates", async () => {
    const { result } = run();
    const examples = (await result).artifacts.trainingExamples!;
    expect(examples).toHaveLength(2);
    expect(examples.find(({ id }) => id === "toy-3-helpful")).toEqual({
      id: "toy-3-helpful",
      prompt: "Question: What is helpful?\nSolution:",
      completion: " It is helpful.",
      recipe: "toy",
      iteration: 3,
      errorTypeId: "type",
      sources: ["helpful", "seed-of-helpful"],
    });
    const order = ["dull-1", "helpful", "dull-2", "dull-3"];
    const places = (await chosen(result)).map((id) => order.indexOf(id!));
    expect(places).toEqual(places.toSorted());
  });

  it("accounts for every candidate, also for those that could not be scored", async () => {
    const answer = (request: GenerationRequest) => {
      if (request.prompt.includes("dull-2")) throw new UnusableAnswerError("blocked by a filter");
      return scripted(request);
    };
    expect(await run({ answer }).result).toMatchObject({
      in: 4,
      done: 1,
      notDone: { "not among the best": 2, "not scored": 1 },
    });
  });

  it("scores on no more dev cases of each kind than asked for", async () => {
    const { result, requests } = run({ settings: { devBad: 1, devGood: 2 } });
    await result;
    const scoring = requests.filter(({ prompt }) => prompt.includes("\n\n"));
    expect(new Set(scoring.map(({ problemId }) => problemId))).toEqual(
      new Set(["bad-1", "good-1", "good-2"]),
    );
  });

  it("counts the answers of the base model, or of the newest adapter when asked", async () => {
    const base = run({ settings: { scorer: "base" } });
    await base.result;
    expect(base.asked).toEqual([null]);
    const adapted = run({ settings: { scorer: "adapted" } });
    await adapted.result;
    expect(adapted.asked).toEqual(["newest"]);
  });

  it("keeps as many at random, by the seed, without asking the model", async () => {
    const { result, requests } = run({ settings: { strategy: "random" } });
    expect(await chosen(result)).toHaveLength(2);
    expect(requests).toEqual([]);
    expect(await run({ settings: { strategy: "random" } }).result).toEqual(await result);
  });

  it("says how likely a candidate is among the best, and says nothing of it where none was tried", async () => {
    const [best, next] = (await run({ settings: { keep: 0.25 } }).result).artifacts.selectionScores!;
    expect(best!.chance).toBeGreaterThan(next!.chance!);
    const [drawn] = (await run({ settings: { strategy: "random" } }).result).artifacts.selectionScores!;
    expect(drawn).not.toHaveProperty("chance");
  });

  it("races to the most helpful with a part of the evaluations, in items of its own, and says what it saved", async () => {
    const candidates = Array.from({ length: 20 }, (_, index) => (index === 7 ? "helpful" : `dull-${index}`));
    const settings = { strategy: "racing", keep: 0.05, evaluations: 0.7 };
    const { result, requests, context } = run({ settings, candidates });
    expect(await chosen(result)).toEqual(["helpful"]);
    const tried = requests.length - 4;
    expect(tried).toBeLessThanOrEqual(0.7 * 20 * 4);
    const scores = (await result).artifacts.selectionScores!;
    expect(scores.reduce((sum, { evaluations }) => sum + evaluations, 0)).toBe(tried);
    expect(new Set(context.items).size).toBe(context.items.length);
    expect((await result).remarks![0]).toContain(`made ${tried} of 80 evaluations and saved ${80 - tried}`);
  });

  it("leaves out of a race what cannot be scored", async () => {
    const answer = (request: GenerationRequest) => {
      if (request.prompt.includes("dull-2")) throw new UnusableAnswerError("blocked by a filter");
      return scripted(request);
    };
    const settings = { strategy: "racing", evaluations: 1 };
    expect(await run({ answer, settings }).result).toMatchObject({
      in: 4,
      done: 1,
      notDone: { "not among the best": 2, "not scored": 1 },
    });
  });

  it("takes the candidates that differ most without asking the model", async () => {
    const { result, requests } = run({
      settings: { strategy: "diversity" },
      candidates: ["a", "b", "c", "d"],
    });
    expect(await chosen(result)).toHaveLength(2);
    expect(requests).toEqual([]);
  });

  it("takes those after which reference solutions are likeliest, without asking for more answers", async () => {
    const asked: ScoreRequest[] = [];
    const score = async (request: ScoreRequest) => {
      asked.push(request);
      if (request.prompt.includes("too long")) throw new UnusableAnswerError("does not fit");
      const isHelped = request.prompt.includes("helpful") && request.continuation.includes("bad");
      return { logLikelihood: isHelped ? -2 : -6, tokens: 4 };
    };
    const candidates = ["dull-1", "dull-2", "helpful", "too long"];
    const settings = { strategy: "loss", keep: 0.25, devGood: 1 };
    const { result, requests } = run({ settings, candidates, score });
    expect(await chosen(result)).toEqual(["helpful"]);
    expect(await result).toMatchObject({ notDone: { "not among the best": 2, "not scored": 1 } });
    const [best, next] = (await result).artifacts.selectionScores!;
    expect(best).toMatchObject({ score: 0.5, evaluations: 3 });
    expect(next).toMatchObject({ score: 0 });
    expect(requests).toHaveLength(4);
    expect(asked[0]).toEqual({
      prompt: "Question: What is bad-1?\nSolution:",
      continuation: " It is bad-1.",
    });
  });

  it("asks nothing where the target does not tell likelihoods", async () => {
    const { result, requests } = run({ settings: { strategy: "loss" } });
    await expect(result).rejects.toThrow("The model scripted does not tell likelihoods");
    expect(requests).toEqual([]);
  });

  it("takes those whose gradients are most like those of the dev cases, after a warm-up on a part of them", async () => {
    const requests: InfluenceRequest[] = [];
    const influences = async (request: Omit<InfluenceRequest, "signal">) => {
      requests.push(request);
      return request.candidates.map(({ completion }) =>
        completion.includes("too long") ? null : completion.includes("helpful") ? 0.3 : -0.1,
      );
    };
    const trainer = { id: "toy", train: () => Promise.reject(), influences };
    const candidates = ["dull-1", "dull-2", "helpful", "too long"];
    const settings = { strategy: "less", keep: 0.25, devGood: 1, warmUp: { share: 0.5, rank: 2 } };
    const { result, requests: asked } = run({ settings, candidates, trainer });
    expect(await chosen(result)).toEqual(["helpful"]);
    expect(await result).toMatchObject({ notDone: { "not among the best": 2, "not scored": 1 } });
    expect((await result).artifacts.selectionScores![0]).toMatchObject({ score: 0.3, evaluations: 3 });
    expect(asked).toHaveLength(4);
    const { targets, warmUp, settings: warmUpSettings } = requests[0]!;
    expect(targets.map((set) => set.map(({ completion }) => completion))).toEqual([
      [" It is bad-1.", " It is bad-2."],
      [" It is good-1."],
    ]);
    expect(warmUp).toHaveLength(2);
    expect(warmUpSettings).toMatchObject({ method: "lora", rank: 2, alpha: 512, epochs: 4 });
  });

  it("asks nothing where the trainer does not tell gradients", async () => {
    const trainer = { id: "toy", train: () => Promise.reject() };
    const { result, requests } = run({ settings: { strategy: "less" }, trainer });
    await expect(result).rejects.toThrow("The trainer toy does not tell gradients");
    expect(requests).toEqual([]);
  });

  it("has nothing to do where there is no candidate", async () => {
    const { result } = run({ candidates: [] });
    expect(await result).toMatchObject({ in: 0, done: 0, notDone: {} });
    expect(await chosen(result)).toEqual([]);
  });
});
