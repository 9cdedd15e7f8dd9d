import { describe, expect, it } from "vitest";
import { UnansweredError, UnusableAnswerError } from "../../foundation/errors.ts";
import type { Generation } from "../../models/language-model.ts";
import { askForJson } from "./ask.ts";
import { loadPrompts } from "./prompts/load-prompts.ts";
import { membersOf } from "./read-answer.ts";
import { keyphraseSchema } from "./schemas.ts";
import { scriptedModel } from "./scripted-model.fixture.ts";

const prompts = loadPrompts("sei");
const request = {
  prompt: "why?",
  jsonSchema: keyphraseSchema,
  maxOutputTokens: 100,
  temperature: 1,
  seed: 7,
};
const good = '{"keyphrase": "wrong unit"}';

async function ask(...script: (string | Partial<Generation>)[]) {
  const { model, requests } = scriptedModel(script);
  const accept = (value: Parameters<typeof membersOf>[0]) => membersOf(value)?.keyphrase ?? null;
  const answer = await askForJson(model, prompts, { request, accept }).catch((error: unknown) => error);
  return { answer, requests };
}
const reasonOf = (error: unknown) => {
  expect(UnusableAnswerError.isInstance(error)).toBe(true);
  return (error as Error).message.split("\n");
};

describe("askForJson", () => {
  it("asks by prompt and schema, and once where the answer can be read", async () => {
    const { answer, requests } = await ask(`Of course:\n\`\`\`json\n${good}\n\`\`\``);
    expect(answer).toBe("wrong unit");
    expect(requests).toEqual([request]);
  });

  it("gives what it cannot read back to be written properly, once", async () => {
    const { answer, requests } = await ask("The keyphrase is: wrong unit", good);
    expect(answer).toBe("wrong unit");
    const { prompt, ...rest } = requests[1]!;
    expect(prompt).toContain("The keyphrase is: wrong unit");
    expect(prompt).toContain(JSON.stringify(keyphraseSchema));
    expect(rest).toEqual({ jsonSchema: keyphraseSchema, maxOutputTokens: 100, temperature: 0 });
  });

  it("fails with the first answer's text where that helps nothing", async () => {
    const { answer, requests } = await ask('{"phrase": }', "still not");
    expect(reasonOf(answer)).toEqual(["instructor's answer not the JSON asked for", '{"phrase": }']);
    expect(requests).toHaveLength(2);
  });

  it.each([
    ["empty", { text: " \n" }, "instructor's answer empty"],
    [
      "cut",
      { text: '{"keyphrase": "wro', finishReason: "length" as const },
      "instructor's answer cut at the token limit",
    ],
    [
      "all reasoning",
      { text: "", finishReason: "length" as const },
      "instructor's answer cut at the token limit",
    ],
    ["a refusal", { text: "I'm sorry, but I can't help with that." }, "instructor declined to answer"],
    [
      "stopped by the provider",
      { text: "", finishReason: "refusal" as const },
      "instructor declined to answer",
    ],
  ])("tells an answer that is %s apart, and does not ask again", async (_, generation, reason) => {
    const { answer, requests } = await ask(generation);
    expect(reasonOf(answer)[0]).toBe(reason);
    expect(requests).toHaveLength(1);
  });

  it("takes what is complete of an answer that is cut", async () => {
    const { answer } = await ask({
      text: '{"keyphrase": "wrong unit", "explanation": "It ta',
      finishReason: "length",
    });
    expect(answer).toBe("wrong unit");
  });

  it("does not answer for a model that does not", async () => {
    const down = new UnansweredError("connection closed");
    const model = { ...scriptedModel([]).model, generate: () => Promise.reject(down) };
    await expect(askForJson(model, prompts, { request, accept: () => 1 })).rejects.toBe(down);
  });
});
