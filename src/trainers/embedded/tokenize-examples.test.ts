import { describe, expect, it } from "vitest";
import { readTokenizer } from "../../models/embedded/index.ts";
import { tinyDirectory } from "../../models/embedded/test-support.ts";
import { referenceExamples } from "./test-support.ts";
import { tokenizeExamples } from "./tokenize-examples.ts";

describe("tokenizeExamples", () => {
  it("ends every completion and names the examples that are too long", async () => {
    const tokenizer = await readTokenizer(tinyDirectory);
    const { kept, skipped } = tokenizeExamples(referenceExamples, tokenizer, 1, 90);
    expect(kept.map(({ prompt, completion }) => tokenizer.decode([...prompt, ...completion]))).toEqual(
      referenceExamples
        .filter(({ id }) => !skipped.some(({ exampleId }) => exampleId === id))
        .map(({ prompt, completion }) => prompt + completion),
    );
    expect(kept.every(({ completion }) => completion.at(-1) === 1)).toBe(true);
    expect(skipped.length).toBeGreaterThan(0);
    expect(skipped[0]?.reason).toMatch(/^\d+ tokens; at most 90/);
  });
});
