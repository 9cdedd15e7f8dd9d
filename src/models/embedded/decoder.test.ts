import { beforeAll, describe, expect, it } from "vitest";
import { layOutBatch } from "./batch-layout.ts";
import { createDecoder, type Decoder, type DecodingRequest } from "./decoder.ts";
import { createDecodingState } from "./decoding-state.ts";
import { compilePrograms, type Programs } from "./programs.ts";
import { read, startBackend } from "./tensor.ts";
import { type LoadedModel, loadModel, referenceTexts } from "./test-support.ts";

const references = referenceTexts();

let model: LoadedModel;
let programs: Programs;
let decoder: Decoder;
beforeAll(async () => {
  await startBackend();
  model = await loadModel();
  programs = compilePrograms(model.config);
  decoder = createDecoder(programs, model.config, model.fused);
});

const request = (tokens: readonly number[], contextLength = 0): DecodingRequest => ({
  context: tokens.slice(0, contextLength),
  prompt: tokens.slice(contextLength),
  maxNewTokens: 40,
  temperature: 0,
  seed: 0,
});

/** Logits of every row after its prompt and after each of the given tokens. */
function logitsOf(groups: DecodingRequest[][], steps: number): Float32Array[][] {
  const state = createDecodingState(programs, model.config, model.fused, layOutBatch(groups));
  const { vocabularySize } = model.config;
  const rowsPerGroup = layOutBatch(groups).rowsPerGroup;
  const byStep: Float32Array[] = [];
  let { logits, tokens } = state.start();
  for (let step = 0; ; step++) {
    byStep.push(read(logits) as Float32Array);
    const next = read(tokens) as Int32Array;
    if (step === steps) break;
    ({ logits, tokens } = state.advance(next));
  }
  state.release();
  return groups.flatMap((group, index) =>
    group.map((_, member) => {
      const row = index * rowsPerGroup + member;
      return byStep.map((values) => values.slice(row * vocabularySize, (row + 1) * vocabularySize));
    }),
  );
}

const largestDifference = (a: Float32Array, b: readonly number[]): number =>
  a.reduce((largest, value, i) => Math.max(largest, Math.abs(value - (b[i] as number))), 0);

describe("decoding", () => {
  it.each(references.map((reference) => [reference.text, reference] as const))(
    "computes the logits that PyTorch computes: %j",
    (_, { tokens, logits }) => {
      const [rows] = logitsOf([[request(tokens)]], 0);
      expect(largestDifference(rows?.[0] as Float32Array, logits.at(-1) as number[])).toBeLessThan(1e-3);
    },
  );

  it("continues as PyTorch does", () => {
    const [rows] = decoder.decode([references.map(({ tokens }) => request(tokens))]);
    expect(rows?.map((row) => row.tokens.slice(0, 16))).toEqual(references.map((row) => row.continuation));
  });

  it("reads a context and a prompt as it reads them in one piece", () => {
    const half = ({ tokens }: { tokens: number[] }): number => Math.floor(tokens.length / 2);
    const split = decoder.decode(references.map((row) => [request(row.tokens, half(row))]));
    expect(split.map(([row]) => row?.tokens.slice(0, 16))).toEqual(references.map((row) => row.continuation));
  });
});

describe("a row in a batch", () => {
  // Past 16 tokens the recent chunk joins the main one; past 64 the main one is lengthened.
  const steps = 70;
  const texts = references.slice(0, 5).map(({ tokens }) => tokens);

  it("gets bit for bit the logits that it gets alone", () => {
    const together = logitsOf([texts.map((tokens) => request(tokens))], steps);
    texts.forEach((tokens, index) => {
      expect(together[index]).toEqual(logitsOf([[request(tokens)]], steps)[0]);
    });
  });

  it("gets them also when groups share contexts", () => {
    const demonstration = texts[0] as number[];
    const other = texts[1] as number[];
    const groups = [
      [texts[2], texts[3], texts[4]].map((tokens) =>
        request([...demonstration, ...(tokens as number[])], demonstration.length),
      ),
      [texts[3]].map((tokens) => request([...other, ...(tokens as number[])], other.length)),
    ];
    const together = logitsOf(groups, 20);
    groups.flat().forEach((row, index) => {
      expect(together[index]).toEqual(logitsOf([[row]], 20)[0]);
    });
  });
});

describe("decode", () => {
  const tokens = references[0]?.tokens as number[];

  it("ends each row on its own", () => {
    const [rows] = decoder.decode([
      [
        { ...request(tokens), maxNewTokens: 3 },
        { ...request(tokens), maxNewTokens: 30 },
        { ...request(tokens), isComplete: (sofar) => sofar.length >= 8 },
      ],
    ]);
    expect(rows?.map((row) => [row.tokens.length, row.finishReason])).toEqual([
      [3, "length"],
      [30, "length"],
      [8, "stop"],
    ]);
  });

  it("samples by seed, whatever else is in the batch", () => {
    const sampled = (seed: number): DecodingRequest => ({ ...request(tokens), temperature: 1, seed });
    const alone = decoder.decode([[sampled(1)]])[0]?.[0]?.tokens;
    const [rows] = decoder.decode([[sampled(2), request(tokens), sampled(1)]]);
    expect(rows?.[2]?.tokens).toEqual(alone);
    expect(rows?.[0]?.tokens).not.toEqual(alone);
    expect(rows?.[1]?.tokens.slice(0, 16)).toEqual(references[0]?.continuation);
  });
});
