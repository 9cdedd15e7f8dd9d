import { beforeAll, describe, expect, it } from "vitest";
import { afterPrompts, continueRows } from "./continue-rows.ts";
import { type DecodingRequest, decode } from "./decoder.ts";
import { readPrompts } from "./read-prompts.ts";
import { startBackend } from "./tensor.ts";
import { loadModel, nextLogits, referenceTexts, type TestModel } from "./test-support.ts";

const references = referenceTexts();
const texts = references.map(({ tokens }) => tokens);
const continuations = references.map(({ continuation }) => continuation);

let model: TestModel;
beforeAll(async () => {
  await startBackend();
  model = await loadModel();
});

const request = (tokens: readonly number[], contextLength = 0): DecodingRequest => ({
  context: tokens.slice(0, contextLength),
  prompt: tokens.slice(contextLength),
  maxNewTokens: 40,
  temperature: 0,
  seed: 0,
});

const largestDifference = (a: Float32Array, b: readonly number[]): number =>
  a.reduce((largest, value, i) => Math.max(largest, Math.abs(value - (b[i] as number))), 0);

describe("decoding", () => {
  it.each(references.map((reference) => [reference.text, reference] as const))(
    "computes the logits that PyTorch computes: %j",
    (_, { tokens, logits }) => {
      expect(largestDifference(nextLogits(model, tokens), logits.at(-1) as number[])).toBeLessThan(1e-3);
    },
  );

  it("continues as PyTorch does", () => {
    const rows = decode(
      model,
      texts.map((tokens) => request(tokens)),
    );
    expect(rows.map(({ tokens }) => tokens.slice(0, 16))).toEqual(continuations);
  });

  it("reads contexts and prompts as it reads them in one piece", () => {
    const rows = decode(
      model,
      texts.map((tokens) => request(tokens, Math.floor(tokens.length / 2))),
    );
    expect(rows.map(({ tokens }) => tokens.slice(0, 16))).toEqual(continuations);
  });
});

/** Logits of every row after its prompt and after each of its next tokens. */
function logitsOf(requests: DecodingRequest[], stretches: number): Float32Array[][] {
  const padded = [...requests, ...Array(-requests.length & 3).fill(requests[0])] as DecodingRequest[];
  const read = readPrompts(model, padded, true);
  const steps = [read.next];
  let paused = afterPrompts(read);
  for (let i = 0; i < stretches; i++)
    paused = continueRows(
      model,
      paused,
      steps.at(-1)?.tokens as Int32Array,
      (next) => {
        steps.push(next);
        return next.tokens;
      },
      true,
    );
  const size = model.config.vocabularySize;
  return requests.map((_, row) =>
    steps.map(({ logits }) => (logits as Float32Array).slice(row * size, (row + 1) * size)),
  );
}

describe("a row in a batch", () => {
  it("gets bit for bit the logits that it gets alone", () => {
    const requests = texts.slice(0, 6).map((tokens) => request(tokens));
    // Five stretches: the places of the longest row are lengthened on the way.
    const together = logitsOf([...requests, ...requests, ...requests].slice(0, 12), 5);
    requests.forEach((alone, index) => {
      expect(together[index]).toEqual(logitsOf([alone], 5)[0]);
    });
  });

  it("gets them also when all rows share a context, and when each has its own", () => {
    const [demonstration, other] = texts as [number[], number[]];
    const following = (context: number[], tokens: number[] | undefined): DecodingRequest =>
      request([...context, ...(tokens as number[])], context.length);
    const shared = [texts[2], texts[3], texts[4]].map((tokens) => following(demonstration, tokens));
    const own = [following(other, texts[3]), ...shared];
    const [inShared, inOwn] = [logitsOf(shared, 1), logitsOf(own, 1)];
    shared.forEach((alone, index) => {
      const expected = logitsOf([alone], 1)[0];
      expect(inShared[index]).toEqual(expected);
      expect(inOwn[index + 1]).toEqual(expected);
    });
  });
});

describe("decode", () => {
  const tokens = texts[0] as number[];

  it("ends each row on its own", () => {
    const rows = decode(model, [
      { ...request(tokens), maxNewTokens: 3 },
      { ...request(tokens), maxNewTokens: 30 },
      { ...request(tokens), isComplete: (sofar) => sofar.length >= 8 },
    ]);
    expect(rows.map((row) => [row.tokens.length, row.finishReason])).toEqual([
      [3, "length"],
      [30, "length"],
      [8, "stop"],
    ]);
  });

  it("goes on with the rows that are left when others have finished", () => {
    const lengths = [70, 3, 20, 40, 3, 3, 18, 3, 3];
    const requests = lengths.map((maxNewTokens, index) => ({
      ...request(texts[index % texts.length] as number[], index % 3),
      maxNewTokens,
    }));
    const rows = decode(model, requests);
    expect(rows.map((row) => row.tokens.length)).toEqual(lengths);
    rows.forEach((row, index) => {
      expect(decode(model, [requests[index] as DecodingRequest])).toEqual([row]);
    });
  });

  it("samples by seed, whatever else is in the batch", () => {
    const sampled = (seed: number): DecodingRequest => ({ ...request(tokens), temperature: 1, seed });
    const [alone] = decode(model, [sampled(1)]);
    const [other, greedy, same] = decode(model, [sampled(2), request(tokens), sampled(1)]);
    expect(same).toEqual(alone);
    expect(other).not.toEqual(alone);
    expect(greedy?.tokens.slice(0, 16)).toEqual(continuations[0]);
  });
});
