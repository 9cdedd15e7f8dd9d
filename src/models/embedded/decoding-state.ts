import {
  type BatchLayout,
  causalBias,
  type PaddedTokens,
  paddingBias,
  padTokens,
  promptStep,
  roundUp,
  type TokenPrompt,
} from "./batch-layout.ts";
import type { LlamaConfig } from "./config.ts";
import { readContexts } from "./contexts.ts";
import type { KeyValues } from "./forward.ts";
import type { FusedWeights } from "./fused-weights.ts";
import { type Prediction, type Programs, place, type States } from "./programs.ts";
import { fromFloats, fromIntegers, handOver, release, type Tensor } from "./tensor.ts";

/** The keys and values of a batch that is being continued. */
export interface DecodingState {
  /** What follows the prompts. Call it once, first. */
  start(): Prediction;
  /** Takes the next token of every row and predicts the one after it. */
  advance(tokens: Int32Array): Prediction;
  release(): void;
}

/**
 * New keys and values go to a small chunk, which joins the large one when it is full: arrays cannot be changed in
 * place, so that every token put into the large chunk would cost a copy of it.
 */
const recentLength = 16;
/** Empty places added to the large chunk when it has none left: a multiple of `recentLength`. */
const roomStep = 64;

export function createDecodingState(
  programs: Programs,
  config: LlamaConfig,
  weights: FusedWeights,
  { contexts, rowsPerGroup, rows }: BatchLayout<TokenPrompt>,
): DecodingState {
  const prompts = rows.map((row) => row?.prompt ?? []);
  // A row without a request reads one padding token, so that its softmax has something to look at.
  const promptLengths = prompts.map((prompt) => Math.max(1, prompt.length));
  const promptStarts = rows.map((_, row) => contexts[Math.floor(row / rowsPerGroup)]?.length as number);
  const promptLength = roundUp(Math.max(...promptLengths), promptStep);

  const contextCache = readContexts(programs, weights, contexts);
  const main: KeyValues[] = [];
  let mainLength = promptLength;
  let mainBias = perRow(paddingBias(promptLengths, promptLength));
  const recent: KeyValues[] = [];
  /** Generated tokens whose keys and values are in `main`, and in `recent`. */
  let joined = 0;
  let fresh = 0;

  function start(): Prediction {
    const causal = fromFloats(causalBias(promptLength), [promptLength, promptLength]);
    const places = Int32Array.from(promptLengths, (length, row) => row * promptLength + length - 1);
    const last = fromIntegers(places, [rows.length]);
    let { x, rotary } = embed(padTokens(prompts, promptLength, promptStarts));
    weights.layers.forEach((layer, index) => {
      const states = { x: handOver(x), rotary };
      const read =
        index < weights.layers.length - 1
          ? programs.readLayer(layer, states, contextCache.chunksOf(index), causal)
          : programs.readLastLayer(layer, states, contextCache.chunksOf(index), mainBias, last);
      x = read.x;
      main.push(read.own);
      recent.push(emptyRecent());
    });
    release([causal, last, rotary]);
    return programs.predict(weights.head, handOver(x));
  }

  function advance(tokens: Int32Array): Prediction {
    if (fresh === recentLength) joinRecent();
    const positions = Int32Array.from(promptStarts, (start, row) =>
      Math.min(start + (promptLengths[row] as number) + joined + fresh, config.contextLength - 1),
    );
    const slot = fromFloats(new Float32Array(recentLength).fill(1, fresh, fresh + 1), [recentLength]);
    fresh++;
    const recentBias = fromFloats(paddingBias([fresh], recentLength), [recentLength]);
    let { x, rotary } = embed({ tokens, positions });
    weights.layers.forEach((layer, index) => {
      const states = { x: handOver(x), rotary };
      const earlier = [...contextCache.chunksOf(index), { ...(main[index] as KeyValues), bias: mainBias }];
      const { keys, values } = handOver(recent[index] as KeyValues);
      const stepped = programs.stepLayer(layer, states, earlier, { keys, values, bias: recentBias }, slot);
      x = stepped.x;
      recent[index] = stepped.recent;
    });
    release([slot, recentBias, rotary]);
    return programs.predict(weights.head, handOver(x));
  }

  const embed = (placed: PaddedTokens): States => programs.embed(weights, place(placed));

  function joinRecent(): void {
    const start = promptLength + joined;
    if (start === mainLength) lengthenMain();
    const copied = new Float32Array(recentLength * mainLength);
    for (let from = 0; from < recentLength; from++) copied[from * mainLength + start + from] = 1;
    const places = fromFloats(copied, [recentLength, mainLength]);
    main.forEach((layer, index) => {
      main[index] = programs.fill(handOver(layer), handOver(recent[index] as KeyValues), places);
      recent[index] = emptyRecent();
    });
    release(places);
    joined += recentLength;
    fresh = 0;
    renewMainBias();
  }

  function lengthenMain(): void {
    const room = fromFloats(new Float32Array(roomStep), [roomStep]);
    main.forEach((layer, index) => {
      main[index] = programs.lengthen(handOver(layer), room);
    });
    release(room);
    mainLength += roomStep;
  }

  /** Hides the prompts' padding and the places that are still empty. */
  function renewMainBias(): void {
    const bias = paddingBias(promptLengths, mainLength);
    rows.forEach((_, row) => {
      const start = row * mainLength + promptLength;
      bias.fill(0, start, start + joined);
    });
    release(mainBias);
    mainBias = perRow(bias);
  }

  function perRow(bias: Float32Array): Tensor {
    return fromFloats(bias, [rows.length, 1, 1, 1, 1, bias.length / rows.length]);
  }

  function emptyRecent(): KeyValues {
    const { keyValueHeadCount: heads, headSize } = config;
    const zeros = new Float32Array(rows.length * heads * headSize * recentLength);
    return {
      keys: fromFloats(zeros, [rows.length, heads, headSize, recentLength]),
      values: fromFloats(zeros, [rows.length, heads, recentLength, headSize]),
    };
  }

  return {
    start,
    advance,
    release: () => {
      contextCache.release();
      release([main, mainBias, recent]);
    },
  };
}
