import { describe, expect, it } from "vitest";
import type { Dialogue } from "../../domain/dialogue.ts";
import type { Generation, GenerationRequest } from "../../models/language-model.ts";
import { adapterOf, contextOf, generationOf, notingTarget, scriptedModel } from "../stage-context.fixture.ts";
import { converse } from "./converse.ts";

const round = (answer: string, more: object = {}) => ({
  question: `What is ${answer}?`,
  solution: `It is ${answer}`,
  answer,
  ...more,
});
const place = { benchmark: "held-out", problemId: "p" };
const asked: Dialogue = { kind: "follow-up", ...place, rounds: [round("1"), round("2"), round("3")] };
const corrected: Dialogue = {
  kind: "error-correction",
  ...place,
  rounds: [round("1", { given: "It is 9" }), { ...round("1"), question: "That is wrong." }],
};

async function held(
  dialogues: Dialogue[],
  settings: object,
  answer: (request: GenerationRequest) => Generation | string,
) {
  const { model, requests } = scriptedModel(answer);
  const { target, asked: adapters } = notingTarget(model);
  const made = [{ dialogues, adapters: [adapterOf("newest")] }];
  const { artifacts } = await converse.run(
    contextOf({ made, services: { target } }),
    converse.settings.parse(settings),
  );
  return { answers: artifacts.dialogueAnswers!, requests, adapters };
}

describe("converse", () => {
  it("asks each question after the model's own answers to those before it, in one text", async () => {
    const says = [" It is 1 ", " It is 7", " It is 3"];
    const { answers, requests, adapters } = await held([asked], {}, () => says.shift()!);
    const first = "Question: What is 1?\nSolution:";
    const second = `${first} It is 1\n\nQuestion: What is 2?\nSolution:`;
    expect(adapters).toEqual(["newest"]);
    expect(requests.map(({ prompt }) => prompt)).toEqual([
      first,
      second,
      `${second} It is 7\n\nQuestion: What is 3?\nSolution:`,
    ]);
    expect(requests.every(({ temperature, earlier }) => temperature === 0 && earlier === undefined)).toBe(
      true,
    );
    expect(answers.map((each) => [each.round, each.attempt.verdict])).toEqual([
      [1, "right"],
      [2, "wrong"],
      [3, "right"],
    ]);
  });

  it("asks in messages where the target is chatted with", async () => {
    const { requests } = await held([asked], { rounds: "messages" }, ({ earlier = [] }) =>
      earlier.length === 1 ? " \n" : "It is 1\n",
    );
    const prompts = [1, 2, 3].map((number) => `Question: What is ${number}?\nSolution:`);
    expect(requests.map(({ prompt, earlier }) => [prompt, earlier])).toEqual([
      [prompts[0], undefined],
      [prompts[1], [{ prompt: prompts[0], answer: "It is 1" }]],
      [
        prompts[2],
        [
          { prompt: prompts[0], answer: "It is 1" },
          { prompt: prompts[1], answer: "(no answer)" },
        ],
      ],
    ]);
  });

  it("shows the wrong answer in the place of the model's own", async () => {
    const { answers, requests } = await held([corrected], {}, () => "Sorry, it is 1");
    expect(requests.map(({ prompt }) => prompt)).toEqual([
      "Question: What is 1?\nSolution: It is 9\n\nQuestion: That is wrong.\nSolution:",
    ]);
    expect(answers).toMatchObject([
      { ...{ benchmark: "held-out", kind: "error-correction", round: 2 }, attempt: { verdict: "right" } },
    ]);
  });

  it("goes on after an answer that was cut, and counts it as cut", async () => {
    const cut = generationOf("It is so many", { finishReason: "length" });
    const { answers } = await held([asked], {}, () => cut);
    expect(answers.map(({ attempt }) => attempt.verdict)).toEqual(["truncated", "truncated", "truncated"]);
  });
});
