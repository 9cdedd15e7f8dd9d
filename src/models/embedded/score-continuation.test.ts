import { beforeAll, describe, expect, it } from "vitest";
import { scoreContinuation } from "./score-continuation.ts";
import { startBackend } from "./tensor.ts";
import { loadModel, referenceTexts, type TestModel } from "./test-support.ts";

let model: TestModel;
beforeAll(async () => {
  await startBackend();
  model = await loadModel();
});

const logProbability = (logits: number[], token: number): number =>
  (logits[token] as number) - Math.log(logits.reduce((sum, logit) => sum + Math.exp(logit), 0));

describe("scoreContinuation", () => {
  it("is the log-likelihood that PyTorch's logits give", () => {
    for (const { tokens, logits, continuation } of referenceTexts()) {
      const [beforeLast, last] = logits as [number[], number[]];
      const ofLast = logProbability(beforeLast, tokens.at(-1)!);
      const ofNext = logProbability(last, continuation[0]!);
      expect(scoreContinuation(model, tokens, 1)).toBeCloseTo(ofLast, 3);
      expect(scoreContinuation(model, [...tokens, continuation[0]!], 2)).toBeCloseTo(ofLast + ofNext, 3);
    }
  });

  it("is the sum over the tokens, however many there are", () => {
    const { tokens } = referenceTexts()[5]!;
    const one = (end: number) => scoreContinuation(model, tokens.slice(0, end), 1);
    const places = [1, 2, 3, 34, 35].map((fromEnd) => tokens.length - fromEnd + 1);
    const sums = places.map((end) => scoreContinuation(model, tokens, tokens.length - end + 1));
    expect(sums[1]).toBeCloseTo(one(places[0]!) + one(places[1]!), 4);
    expect(sums[2]).toBeCloseTo(sums[1]! + one(places[2]!), 4);
    expect(sums[4]).toBeCloseTo(sums[3]! + one(places[4]!), 4);
  });
});
