import { describe, expect, it } from "vitest";
import { createReplayServer } from "./index.ts";

const request = { prompt: "Question: 1 + 1?", maxOutputTokens: 8, temperature: 0 };
const server = createReplayServer("saved.jsonl", [{ problemId: "p1", text: "#### 2" }]);

describe("createReplayServer", () => {
  it("answers with what was saved for the problem", async () => {
    const model = await server.serve(null);
    expect((await model.generate({ ...request, problemId: "p1" })).text).toBe("#### 2");
  });

  it("says which problem has no saved generation", async () => {
    const model = await server.serve(null);
    await expect(model.generate({ ...request, problemId: "p2" })).rejects.toThrow('"p2"');
  });

  it("refuses an adapter", async () => {
    await expect(server.serve("adapters/x")).rejects.toThrow("cannot carry an adapter");
  });

  it("is another model when a saved text changes", () => {
    expect(createReplayServer("saved.jsonl", [{ problemId: "p1", text: "#### 3" }]).baseId).not.toBe(
      server.baseId,
    );
  });
});
