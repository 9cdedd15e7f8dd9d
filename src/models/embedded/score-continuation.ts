import { causalBias, padTokens, roundUp } from "./batch-layout.ts";
import { download, type LoadedModel } from "./loaded-model.ts";
import { place } from "./programs.ts";
import { fromFloats, handOver, read, release } from "./tensor.ts";

/** Every new length is compiled anew: lengths are rounded up, so that few come up. */
const lengthStep = 64;
const windowStep = 32;

/**
 * The log-likelihood (natural) of the last tokens of a sequence after those before them.
 *
 * @param tokens more than `count`
 * @param count at least 1
 */
export function scoreContinuation(model: LoadedModel, tokens: readonly number[], count: number): number {
  // What follows the last token is not asked.
  const states = statesOf(model, tokens.slice(0, -1));
  const logits = logitsOf(model, states.slice(-count * model.config.hiddenSize), count);
  const { vocabularySize } = model.config;
  return tokens.slice(-count).reduce((sum, token, place) => {
    const ofPlace = logits.subarray(place * vocabularySize, (place + 1) * vocabularySize);
    return sum + logProbability(ofPlace, token);
  }, 0);
}

/** What the layers make of a sequence: [tokens × hidden]. */
function statesOf({ programs, weights, config }: LoadedModel, tokens: readonly number[]): Float32Array {
  const length = roundUp(tokens.length, lengthStep);
  const causal = fromFloats(causalBias(length), [length, length]);
  let { x, rotary } = programs.embed(weights, place(padTokens([tokens], length, [0])));
  for (const layer of weights.layers) {
    const layerRead = programs.readLayer(layer, { x: handOver(x), rotary }, [], causal);
    release(layerRead.own);
    x = layerRead.x;
  }
  release([rotary, causal]);
  return (read(x) as Float32Array).subarray(0, tokens.length * config.hiddenSize);
}

/** Logits [count × vocabulary], and more rows that mean nothing. */
function logitsOf({ programs, weights, config }: LoadedModel, states: Float32Array, count: number) {
  const rows = roundUp(count, windowStep);
  const padded = new Float32Array(rows * config.hiddenSize);
  padded.set(states);
  const x = handOver(fromFloats(padded, [rows, config.hiddenSize]));
  return download(programs.predict(weights.head, x), true).logits as Float32Array;
}

function logProbability(logits: Float32Array, token: number): number {
  const highest = logits.reduce((most, logit) => Math.max(most, logit), Number.NEGATIVE_INFINITY);
  const total = logits.reduce((sum, logit) => sum + Math.exp(logit - highest), 0);
  return (logits[token] as number) - highest - Math.log(total);
}
