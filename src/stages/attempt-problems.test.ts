import { describe, expect, it } from "vitest";
import { UnusableAnswerError } from "../foundation/errors.ts";
import { questionAndSolution } from "../models/prompt-template.ts";
import { attemptEach, attemptProblem } from "./attempt-problems.ts";
import {
  contextOf,
  generationOf,
  lastWordGrader,
  problemOf,
  scriptedModel,
} from "./stage-context.fixture.ts";

const services = { template: questionAndSolution, grader: lastWordGrader };
const never = new AbortController().signal;
const attempt = (answer: Parameters<typeof scriptedModel>[0]) =>
  attemptProblem(services, scriptedModel(answer).model, problemOf("4"), 16, never);

describe("attemptProblem", () => {
  it("asks greedily, with the template's prompt and stops, and says which problem it is about", async () => {
    const { model, requests } = scriptedModel(() => "It is 4");
    await attemptProblem(services, model, problemOf("4"), 16, never);
    expect(requests).toEqual([
      {
        prompt: "Question: What is 4?\nSolution:",
        maxOutputTokens: 16,
        temperature: 0,
        stop: ["\n\n"],
        problemId: "4",
      },
    ]);
  });

  it("places a demonstration in the prompt", async () => {
    const { model, requests } = scriptedModel(() => "It is 4");
    await attemptProblem(services, model, problemOf("4"), 16, never, problemOf("1"));
    expect(requests[0]?.prompt).toBe(
      "Question: What is 1?\nSolution: It is 1.\n\nQuestion: What is 4?\nSolution:",
    );
  });

  it("grades the output and keeps it", async () => {
    expect(await attempt(() => "It is 4")).toEqual({
      problemId: "4",
      output: "It is 4",
      prediction: "4",
      verdict: "right",
      how: "last word",
    });
    expect(await attempt(() => "It is 5")).toMatchObject({ prediction: "5", verdict: "wrong" });
  });

  it("keeps reasoning beside the output, and does not grade it", async () => {
    const answered = await attempt(() => generationOf("It is 5", { reasoning: "So it is 4" }));
    expect(answered).toMatchObject({ output: "It is 5", reasoning: "So it is 4", verdict: "wrong" });
    expect(await attempt(() => generationOf("", { reasoning: "So it is 4" }))).toMatchObject({
      verdict: "empty",
      prediction: null,
    });
  });

  it.each([
    ["an empty output", "", "stop", "empty"],
    ["an output of blanks that was cut", " \n", "length", "truncated"],
    ["a wrong output that was cut", "It is 5", "length", "truncated"],
    ["a right output that was cut afterwards", "It is 4", "length", "right"],
  ] as const)("tells %s from a wrong answer", async (_, text, finishReason, verdict) => {
    expect(await attempt(() => generationOf(text, { finishReason }))).toMatchObject({
      output: text,
      verdict,
    });
  });

  it("grades the end of a cut output only as a remark", async () => {
    const { how, prediction } = await attempt(() => generationOf("It is 5", { finishReason: "length" }));
    expect({ how, prediction }).toEqual({ how: "cut at the token limit; last word", prediction: "5" });
  });
});

describe("attemptEach", () => {
  it("gives every problem an outcome, in order", async () => {
    const { model } = scriptedModel(({ problemId }) => {
      if (problemId === "2") throw new UnusableAnswerError("blocked by a filter");
      return `It is ${problemId}`;
    });
    const context = contextOf();
    const problems = ["1", "2", "3"].map((id) => problemOf(id));
    const outcomes = await attemptEach(context, model, problems, 16, ({ id }) => `dev/${id}`);
    expect(context.items).toEqual(["dev/1", "dev/2", "dev/3"]);
    expect(outcomes.map(({ state }) => state)).toEqual(["done", "failed", "done"]);
    expect(outcomes[1]).toEqual({ state: "failed", reason: "blocked by a filter" });
  });
});
