import {
  type BatchLayout,
  causalBias,
  contextStep,
  type PaddedTokens,
  paddingBias,
  padTokens,
  promptStep,
  roundUp,
  type TokenPrompt,
} from "./batch-layout.ts";
import type { LlamaConfig } from "./config.ts";
import type { KeyValues } from "./forward.ts";
import type { FusedWeights } from "./fused-weights.ts";
import type { LayeredChunk, Placed, Prediction, Programs } from "./programs.ts";
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

  const contextChunks = readContexts(programs, weights, contexts);
  let main: KeyValues[] = [];
  let mainLength = promptLength;
  let recent: KeyValues[] = [];
  /** Generated tokens whose keys and values are in `main`, and in `recent`. */
  let joined = 0;
  let fresh = 0;

  function start(): Prediction {
    const last = Int32Array.from(promptLengths, (length, row) => row * promptLength + length - 1);
    const { layers, prediction } = programs.readPrompts(
      weights,
      contextChunks,
      place(padTokens(prompts, promptLength, promptStarts)),
      handOver(fromFloats(causalBias(promptLength), [promptLength, promptLength])),
      handOver(perRow(paddingBias(promptLengths, promptLength))),
      handOver(fromIntegers(last, [rows.length])),
    );
    main = layers;
    recent = emptyRecent();
    return prediction;
  }

  function advance(tokens: Int32Array): Prediction {
    if (fresh === recentLength) joinRecent();
    const positions = Int32Array.from(rows, (_, row) =>
      Math.min(
        (promptStarts[row] as number) + (promptLengths[row] as number) + joined + fresh,
        config.contextLength - 1,
      ),
    );
    const slot = new Float32Array(recentLength);
    slot[fresh] = 1;
    fresh++;
    const { layers, prediction } = programs.step(
      weights,
      [...contextChunks, { layers: main, bias: handOver(mainBias()) }],
      handOver({ layers: recent, bias: fromFloats(paddingBias([fresh], recentLength), [recentLength]) }),
      handOver(fromFloats(slot, [recentLength])),
      place({ tokens, positions }),
    );
    recent = layers;
    return prediction;
  }

  function joinRecent(): void {
    const start = promptLength + joined;
    if (start === mainLength) {
      main = programs.lengthen(roomStep)(handOver(main));
      mainLength += roomStep;
    }
    main = programs.fill(start)(handOver(main), handOver(recent));
    recent = emptyRecent();
    joined += recentLength;
    fresh = 0;
  }

  /** Hides the prompts' padding and the places that are still empty. */
  function mainBias(): Tensor {
    const bias = paddingBias(promptLengths, mainLength);
    for (let row = 0; row < rows.length; row++) {
      const start = row * mainLength + promptLength;
      bias.fill(0, start, start + joined);
    }
    return perRow(bias);
  }

  const perRow = (bias: Float32Array): Tensor =>
    fromFloats(bias, [rows.length, 1, 1, 1, 1, bias.length / rows.length]);

  function emptyRecent(): KeyValues[] {
    const { layerCount, keyValueHeadCount: heads, headSize } = config;
    const zeros = (...shape: number[]): Tensor =>
      fromFloats(new Float32Array(rows.length * heads * headSize * recentLength), shape);
    return Array.from({ length: layerCount }, () => ({
      keys: zeros(rows.length, heads, headSize, recentLength),
      values: zeros(rows.length, heads, recentLength, headSize),
    }));
  }

  return {
    start,
    advance,
    release: () => release([contextChunks, main, recent]),
  };
}

/** No chunk when all contexts are empty. */
function readContexts(
  programs: Programs,
  weights: FusedWeights,
  contexts: readonly (readonly number[])[],
): LayeredChunk[] {
  const lengths = contexts.map((context) => context.length);
  if (Math.max(...lengths) === 0) return [];
  const length = roundUp(Math.max(...lengths), contextStep);
  const starts = contexts.map(() => 0);
  const layers = programs.readContexts(
    weights,
    place(padTokens(contexts, length, starts)),
    handOver(fromFloats(causalBias(length), [length, length])),
  );
  return [{ layers, bias: fromFloats(paddingBias(lengths, length), [contexts.length, 1, 1, 1, 1, length]) }];
}

const place = ({ tokens, positions }: PaddedTokens): Placed =>
  handOver({
    tokens: fromIntegers(tokens, [tokens.length]),
    positions: fromIntegers(positions, [positions.length]),
  });
