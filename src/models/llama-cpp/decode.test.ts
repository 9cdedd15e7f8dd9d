import { describe, expect, it } from "vitest";
import type { LlamaModel, Sequence } from "./binding.ts";
import { decode } from "./decode.ts";

/** A model whose tokens are characters, and which continues every text with the same one. */
function saying(text: string) {
  const model = {
    detokenize: (tokens: readonly number[]) => String.fromCharCode(...tokens),
  } as unknown as LlamaModel;
  const sequence = {
    contextSize: 100,
    clearHistory: async () => {},
    async *evaluate() {
      for (const character of text) yield character.charCodeAt(0);
    },
  } as Sequence;
  return (task: { stop?: string[]; maxNewTokens?: number }, signal?: AbortSignal) =>
    decode(
      model,
      sequence,
      { tokens: [1, 2], temperature: 0, seed: 0, stop: [], maxNewTokens: 50, ...task },
      signal,
    );
}

describe("decoding", () => {
  it("goes on until the model ends, which is a token too", async () => {
    expect(await saying("seven pears")({})).toEqual({
      text: "seven pears",
      finishReason: "stop",
      usage: { inputTokens: 2, outputTokens: 12 },
    });
  });

  it("ends at the limit", async () => {
    expect(await saying("seven pears")({ maxNewTokens: 5 })).toMatchObject({
      text: "seven",
      finishReason: "length",
      usage: { outputTokens: 5 },
    });
  });

  it("ends once a stop text is complete, and leaves it out", async () => {
    expect(await saying("seven pears\n\nQuestion: and then?")({ stop: ["Answer:", "\n\n"] })).toMatchObject({
      text: "seven pears",
      finishReason: "stop",
      usage: { outputTokens: 13 },
    });
  });

  it("ends between two tokens when it is aborted", async () => {
    const reason = new Error("enough");
    await expect(saying("seven")({}, AbortSignal.abort(reason))).rejects.toBe(reason);
  });
});
