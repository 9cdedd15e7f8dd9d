import { describe, expect, it } from "vitest";
import { AiSdkSettings } from "./settings.ts";

const issuesOf = (value: unknown) =>
  AiSdkSettings.safeParse(value).error?.issues.map(({ message }) => message);
const compatible = { kind: "openai-compatible", model: "m", baseUrl: "http://localhost:8000/v1" };

describe("AiSdkSettings", () => {
  it("takes a server by its address alone", () => {
    expect(AiSdkSettings.parse({ ...compatible, baseUrl: "http://localhost:8000/v1/" })).toEqual({
      ...compatible,
      prompt: "chat",
      structuredOutput: true,
      extraBody: {},
      limits: { concurrency: 256, timeoutSeconds: 600 },
    });
  });

  it("refuses secrets: in the address, and in the place of a variable's name", () => {
    expect(issuesOf({ ...compatible, baseUrl: "http://me:secret@host/v1" })?.[0]).toContain(
      "no user, password",
    );
    expect(issuesOf({ ...compatible, baseUrl: "http://host/v1?key=secret" })?.[0]).toContain(
      "no user, password",
    );
    expect(issuesOf({ ...compatible, apiKeyVariable: "sk-secret-1" })).toEqual([
      "the name of an environment variable, never the key itself",
    ]);
  });

  it("writes down a model that is passed as an object by its name alone", () => {
    const model = {
      provider: "own.chat",
      modelId: "m",
      config: { apiKey: "secret-1" },
      doGenerate: () => {},
    };
    const parsed = AiSdkSettings.parse({ kind: "ai-sdk", model });
    expect(parsed).toMatchObject({ model: { provider: "own.chat", modelId: "m" } });
    expect(JSON.stringify(parsed)).not.toContain("secret-1");
    const again = AiSdkSettings.parse(JSON.parse(JSON.stringify(parsed)));
    expect(again).toEqual(parsed);
    expect(issuesOf({ kind: "ai-sdk", model: "gpt-4o" })?.[0]).toContain(
      "expected a language model of the AI SDK",
    );
  });

  it("keeps the object itself for calls", () => {
    const model = { provider: "own", modelId: "m", doGenerate: () => {} };
    const parsed = AiSdkSettings.parse({ kind: "ai-sdk", model });
    expect(parsed.kind === "ai-sdk" && parsed.model.languageModel).toBe(model);
  });
});
