import { describe, expect, it } from "vitest";
import { createLlmInstructor } from "../../instructors/llm/index.ts";
import type { GenerationRequest, LanguageModel } from "../../models/language-model.ts";
import { questionAndSolution } from "../../models/prompt-template.ts";
import type { ExpectedCalls } from "../../stages/forecast.ts";
import { instructorWith, problemOf } from "../../stages/stage-context.fixture.ts";
import { type CallMaterial, callSize } from "./call-size.ts";

const problems = [
  problemOf("a", { question: "q".repeat(40), solution: "s".repeat(80) }),
  problemOf("b", { question: "q".repeat(80), solution: "s".repeat(120) }),
];
/** Says nothing: whoever asks it spends money that nobody allowed. */
const model: LanguageModel = {
  id: "teacher",
  concurrency: 1,
  generate: () => Promise.reject(new Error("nothing is to be asked")),
};
const material: CallMaterial = {
  problems,
  template: questionAndSolution,
  instructor: createLlmInstructor({ model, protocol: "sei" }),
  measured: { attempt: null, diagnose: null },
};

const attempts: ExpectedCalls = { kind: "attempt", count: 10, maxOutputTokens: 512, once: "" };
const oneShot: ExpectedCalls = { kind: "one-shot attempt", count: 10, maxOutputTokens: 512 };
const bytes = (request: Pick<GenerationRequest, "prompt" | "jsonSchema">) =>
  request.prompt.length + (request.jsonSchema ? JSON.stringify(request.jsonSchema).length : 0);

describe("callSize", () => {
  it("counts the texts of the target's prompts, four bytes a token", async () => {
    const prompt = questionAndSolution.prompt("q".repeat(60));
    expect(await callSize(attempts, material)).toEqual({
      inputTokens: prompt.length / 4,
      outputTokens: 50,
      from: "texts",
    });
    const shown = questionAndSolution.prompt("q".repeat(60), {
      question: "q".repeat(60),
      solution: "s".repeat(100),
    });
    expect((await callSize(oneShot, material)).inputTokens).toBeCloseTo(shown.length / 4, 10);
  });

  it("assumes no longer outputs than the limit", async () => {
    expect((await callSize({ ...attempts, maxOutputTokens: 16 }, material)).outputTokens).toBe(16);
  });

  it("takes what was measured, and for one-shot attempts adds the example", async () => {
    const measured = {
      attempt: { inputTokens: 70, outputTokens: 33 },
      diagnose: { inputTokens: 500, outputTokens: 80 },
    };
    const known = { ...material, measured };
    expect(await callSize(attempts, known)).toEqual({ ...measured.attempt, from: "sample" });
    expect(await callSize({ kind: "diagnose", count: 1 }, known)).toEqual({
      ...measured.diagnose,
      from: "sample",
    });
    const { inputTokens, outputTokens, from } = await callSize(oneShot, known);
    expect([outputTokens, from]).toEqual([33, "sample"]);
    expect(inputTokens).toBeGreaterThan(70 + (60 + 100) / 4);
  });

  it.each([
    [{ kind: "synthesize", count: 1, badCases: 8, kept: 0, problems: 20 }],
    [{ kind: "synthesize", count: 1, badCases: 5, kept: 3, problems: 20 }],
    [{ kind: "vary", count: 1, badCase: true, shown: 3, problems: 4 }],
    [{ kind: "vary", count: 1, badCase: false, shown: 8, problems: 20 }],
    [{ kind: "diagnose", count: 1 }],
    [{ kind: "cluster", count: 2, keyphrases: 150 }],
    [{ kind: "solve", count: 1 }],
  ] as const)("rehearses what the instructor is asked, without asking: %o", async (calls) => {
    const { inputTokens, outputTokens, from } = await callSize(calls, material);
    expect(from).toBe("texts");
    expect(inputTokens).toBeGreaterThan(40);
    expect(inputTokens).toBeLessThan(3000);
    expect(outputTokens).toBeGreaterThan(0);
  });

  it("counts the rounds before an attempt in a dialogue as long as itself", async () => {
    const plain = await callSize(attempts, material);
    const { maxOutputTokens } = attempts;
    const third = { kind: "dialogue attempt", count: 1, maxOutputTokens, earlier: 2 } as const;
    expect(await callSize(third, material)).toEqual({
      ...plain,
      inputTokens: 3 * plain.inputTokens + 2 * plain.outputTokens,
    });
  });

  it.each(["inject", "analyse", "fix", "restart", "smooth", "follow-ups"] as const)(
    "rehearses %s by LEMMA's protocol",
    async (kind) => {
      const instructor = createLlmInstructor({ model, protocol: "lemma" });
      const { inputTokens, outputTokens } = await callSize({ kind, count: 1 }, { ...material, instructor });
      expect(inputTokens).toBeGreaterThan(100);
      expect(inputTokens).toBeLessThan(3000);
      expect(outputTokens).toBeGreaterThan(0);
    },
  );

  it("counts the whole prompt of a diagnosis with its schema", async () => {
    const asked: GenerationRequest[] = [];
    const noting = {
      ...model,
      generate: async (request: GenerationRequest) => {
        asked.push(request);
        return {
          text: '{"keyphrase": "adds"}',
          finishReason: "stop" as const,
          usage: { inputTokens: 0, outputTokens: 0 },
        };
      },
    };
    for (const problem of problems) {
      const attempt = {
        problemId: problem.id,
        output: problem.solution,
        prediction: null,
        verdict: "wrong" as const,
        how: "",
      };
      await createLlmInstructor({ model: noting, protocol: "sei" }).diagnose({ problem, attempt });
    }
    const mean = asked.reduce((sum, request) => sum + bytes(request), 0) / asked.length / 4;
    expect((await callSize({ kind: "diagnose", count: 1 }, material)).inputTokens).toBeCloseTo(mean, 10);
  });

  it("takes no tokens of an instructor without a language model", async () => {
    const offline = { ...material, instructor: instructorWith({}) };
    expect((await callSize({ kind: "diagnose", count: 1 }, offline)).inputTokens).toBe(0);
  });
});
