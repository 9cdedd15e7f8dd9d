import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { decode } from "./decoder.ts";
import { startBackend } from "./tensor.ts";
import { fixture, loadModel, nextLogits, type ReferenceText, type TestModel } from "./test-support.ts";
import { readTokenizer } from "./tokenizer.ts";

const directory = fileURLToPath(new URL("../../../pupil/weights", import.meta.url));
const referenceFile = fixture("pupil-reference.json");

const isSkipped = !existsSync(directory) || !existsSync(referenceFile);
const reason = isSkipped ? " (skipped: run pupil/make-fixtures.py --model pupil/weights)" : "";

describe.skipIf(isSkipped)(`the pupil${reason}`, () => {
  const { digest, references } = JSON.parse(
    isSkipped ? '{"references":[]}' : readFileSync(referenceFile, "utf8"),
  ) as { digest: string; references: ReferenceText[] };

  let pupil: TestModel;
  beforeAll(async () => {
    await startBackend();
    pupil = await loadModel(directory);
  });

  it("is the one that PyTorch's figures were recorded for", () => {
    expect(pupil.stored.digest).toBe(digest);
  });

  it("reads texts as the Python tokenizers do", async () => {
    const tokenizer = await readTokenizer(directory);
    expect(references.map(({ text }) => tokenizer.encode(text))).toEqual(
      references.map(({ tokens }) => tokens),
    );
  });

  it("computes the logits that PyTorch computes", () => {
    for (const { tokens, logits } of references) {
      const expected = logits[0] as number[];
      const actual = nextLogits(pupil, tokens);
      expect(Math.max(...actual.map((value, i) => Math.abs(value - (expected[i] as number))))).toBeLessThan(
        1e-3,
      );
    }
  });

  it("continues as PyTorch does", () => {
    const rows = decode(
      { ...pupil, config: { ...pupil.config, endOfText: -1 } },
      references.map(({ tokens }) => ({
        context: [],
        prompt: tokens,
        maxNewTokens: 16,
        temperature: 0,
        seed: 0,
      })),
    );
    expect(rows.map(({ tokens }) => tokens)).toEqual(references.map(({ continuation }) => continuation));
  });
});
