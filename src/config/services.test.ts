import { describe, expect, it } from "vitest";
import { runFolderAt } from "../engine/run-folder.ts";
import { parseConfig } from "./load.ts";
import { createServices } from "./services.ts";

/** A model of the AI SDK that notes how it is called, and answers with a keyphrase. */
function passedModel() {
  const calls: Record<string, unknown>[] = [];
  const model = {
    specificationVersion: "v4",
    provider: "scripted",
    modelId: "teacher",
    async doGenerate(options: Record<string, unknown>) {
      calls.push(options);
      return {
        content: [{ type: "text", text: '{"line": 1, "explanation": "It adds.", "keyphrase": "adds"}' }],
        finishReason: { unified: "stop", raw: "stop" },
        usage: { inputTokens: { total: 1 }, outputTokens: { total: 1 } },
        warnings: [],
      };
    },
  };
  return { model, calls };
}

const configOf = (instructor: object, recipe = "sei") =>
  parseConfig(
    {
      recipe,
      target: { kind: "embedded" },
      instructor,
      data: { seeds: { wordProblems: "train", count: 1 } },
    },
    "a test",
  );
const badCase = {
  problem: { id: "p", question: "3 * 4?", solution: "3 * 4 = 12\n#### 12", answer: "12" },
  attempt: { problemId: "p", output: "3 + 4 = 7", prediction: "7", verdict: "wrong" as const, how: "" },
};

describe("the instructor of a configuration", () => {
  it("asks the model that is named, by the recipe's protocol", async () => {
    const { model, calls } = passedModel();
    const { instructor } = createServices(
      configOf({ kind: "llm", model: { kind: "ai-sdk", model }, maxOutputTokens: { diagnose: 99 } }),
      ".",
    );
    expect(await instructor.diagnose(badCase)).toEqual({
      problemId: "p",
      keyphrase: "adds",
      firstWrongStep: 0,
      explanation: "It adds.",
    });
    expect(calls).toHaveLength(1);
    expect(calls[0]).toMatchObject({ maxOutputTokens: 99, temperature: 0 });
    expect(JSON.stringify(calls[0])).toContain("3 + 4 = 7");
  });

  it("is known by its protocol, its prompts and its model", () => {
    const { model } = passedModel();
    const idOf = (more: object, recipe?: string) =>
      createServices(configOf({ kind: "llm", model: { kind: "ai-sdk", model }, ...more }, recipe), ".")
        .instructor.id;
    expect(idOf({}, "sei-paper")).toBe(idOf({ protocol: "sei-paper" }));
    expect(idOf({})).not.toBe(idOf({}, "sei-paper"));
    expect(createServices(configOf({ kind: "symbolic" }), ".").instructor.id).toMatch(/^symbolic/);
  });

  it("asks in batches where there is a place to note them, and call by call where there is none", () => {
    const config = configOf({ kind: "llm", model: { kind: "openai", model: "m", batch: { requests: 7 } } });
    expect(createServices(config, ".", runFolderAt("run")).instructor.concurrency).toBe(7);
    expect(createServices(config, ".").instructor.concurrency).toBe(256);
    expect(createServices(config, ".").instructor.id).toBe(
      createServices(config, ".", runFolderAt("r")).instructor.id,
    );
  });

  it("must have a folder of prompts that is there", () => {
    const { model } = passedModel();
    const config = configOf({ kind: "llm", model: { kind: "ai-sdk", model }, prompts: "nowhere" });
    expect(() => createServices(config, ".")).toThrow("no folder of prompts");
  });
});

describe("trainer and target of a configuration", () => {
  const trainsAlone = (target: object, trainer: object) =>
    createServices(
      parseConfig({ target, trainer, data: { seeds: { wordProblems: "train", count: 1 } } }, "a test"),
      ".",
    ).trainsAlone;
  const gguf = { kind: "llama-cpp", model: "small.gguf" };
  const server = { kind: "openai-compatible", baseUrl: "http://127.0.0.1:9/v1", model: "a/b" };

  it("work in turns where both are here, unless the trainer is the embedded one", () => {
    expect(trainsAlone(gguf, { kind: "trl", model: "a/b" })).toBe(true);
    expect(trainsAlone({ kind: "embedded" }, { kind: "trl" })).toBe(true);
    expect(trainsAlone({ kind: "embedded" }, { kind: "embedded" })).toBe(false);
    expect(trainsAlone(server, { kind: "trl" })).toBe(false);
  });
});
