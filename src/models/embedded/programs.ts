import type { LlamaConfig } from "./config.ts";
import {
  attend,
  type Chunk,
  finishLayer,
  type KeyValues,
  type LayerMaps,
  mapsOf,
  nextTokenLogits,
  projectKeyValues,
  projectQueries,
  type Rotary,
  rotaryAt,
} from "./forward.ts";
import type { FusedWeights } from "./fused-weights.ts";
import { add, argmaxLast, compile, multiply, pad, reshape, type Tensor, takeRows } from "./tensor.ts";

/** One chunk of keys and values for every layer, with the bias that all layers share. */
export type LayeredChunk = { layers: KeyValues[]; bias: Tensor };

/** Logits [rows, vocabulary] and the most likely tokens [rows]. */
export type Prediction = { logits: Tensor; tokens: Tensor };

/** Token ids and their places in the sequence, [rows × length] each. */
export type Placed = { tokens: Tensor; positions: Tensor };

export type Programs = ReturnType<typeof compilePrograms>;

const chunksOf = (chunks: readonly LayeredChunk[], layer: number): Chunk[] =>
  chunks.map(({ layers, bias }) => ({ ...(layers[layer] as KeyValues), bias }));

/** The three passes of decoding, compiled for one model. Each is traced anew for every combination of shapes. */
export function compilePrograms(config: LlamaConfig) {
  const predict = (x: Tensor, weights: FusedWeights): Prediction => {
    const logits = nextTokenLogits(x, weights, config);
    return { logits, tokens: argmaxLast(logits) };
  };

  /** Runs x [rows × length, hidden] through a layer; the layer's own keys and values join `earlier`. */
  const runLayer = (
    x: Tensor,
    maps: LayerMaps,
    rotary: Rotary,
    length: number,
    earlier: readonly Chunk[],
    own: Chunk,
  ): Tensor => {
    const queries = projectQueries(x, maps, config, rotary, length);
    return finishLayer(x, attend(queries, [...earlier, own]), maps);
  };

  /**
   * Keys and values of whole sequences: tokens [sequences × length], right-padded.
   *
   * @param causalBias [length, length]
   */
  const readContexts = compile((weights: FusedWeights, placed: Placed, causalBias: Tensor): KeyValues[] => {
    const length = causalBias.shape[0] as number;
    const rotary = rotaryAt(weights, placed.positions);
    let x = takeRows(weights.embedding, placed.tokens);
    return weights.layers.map((layer, index) => {
      const maps = mapsOf(layer, config);
      const keyValues = projectKeyValues(x, maps, config, rotary, length);
      // Nobody looks at what the last layer makes of a context.
      if (index < weights.layers.length - 1)
        x = runLayer(x, maps, rotary, length, [], { ...keyValues, bias: causalBias });
      return keyValues;
    });
  });

  /**
   * Reads right-padded prompts after their contexts and predicts what follows each.
   *
   * @param causalBias [length, length]
   * @param promptBias forbids the padding, [rows, 1, 1, 1, 1, length]
   * @param last index of every prompt's last token in `placed`, [rows]
   */
  const readPrompts = compile(
    (
      weights: FusedWeights,
      contexts: LayeredChunk[],
      placed: Placed,
      causalBias: Tensor,
      promptBias: Tensor,
      last: Tensor,
    ) => {
      const length = causalBias.shape[0] as number;
      const rotary = rotaryAt(weights, placed.positions);
      let x = takeRows(weights.embedding, placed.tokens);
      const layers = weights.layers.map((layer, index) => {
        const maps = mapsOf(layer, config);
        const own = projectKeyValues(x, maps, config, rotary, length);
        const earlier = chunksOf(contexts, index);
        if (index < weights.layers.length - 1) {
          x = runLayer(x, maps, rotary, length, earlier, { ...own, bias: causalBias });
        } else {
          const lastRotary = { cosines: takeRows(rotary.cosines, last), sines: takeRows(rotary.sines, last) };
          x = runLayer(takeRows(x, last), maps, lastRotary, 1, earlier, { ...own, bias: promptBias });
        }
        return own;
      });
      return { layers, prediction: predict(x, weights) };
    },
  );

  /**
   * Takes one token of every row and predicts the next.
   *
   * @param recent keys and values of the last few tokens; the given token's are put where `slot` [length] is 1; it is 0 elsewhere, and so are
   *   the places that are still empty
   */
  const step = compile(
    (weights: FusedWeights, earlier: LayeredChunk[], recent: LayeredChunk, slot: Tensor, placed: Placed) => {
      const rotary = rotaryAt(weights, placed.positions);
      let x = takeRows(weights.embedding, placed.tokens);
      const slotOfValues = reshape(slot, [slot.shape[0] as number, 1]);
      const layers = weights.layers.map((layer, index) => {
        const maps = mapsOf(layer, config);
        const own = projectKeyValues(x, maps, config, rotary, 1);
        const previous = recent.layers[index] as KeyValues;
        const joined = {
          keys: add(previous.keys, multiply(own.keys, slot)),
          values: add(previous.values, multiply(own.values, slotOfValues)),
        };
        x = runLayer(x, maps, rotary, 1, chunksOf(earlier, index), { ...joined, bias: recent.bias });
        return joined;
      });
      return { layers, prediction: predict(x, weights) };
    },
  );

  /** Puts places beside a chunk's own: `before` and `after` are numbers of zero places around them. */
  const padded = ({ keys, values }: KeyValues, before: number, after: number): KeyValues => ({
    keys: pad(keys, 3, before, after),
    values: pad(values, 2, before, after),
  });

  /** Adds `room` empty places at the end of a chunk. */
  const lengthen = memoize((room: number) =>
    compile((layers: KeyValues[]): KeyValues[] => layers.map((layer) => padded(layer, 0, room))),
  );

  /** Puts a full recent chunk into the empty places of a chunk from `start` on. */
  const fill = memoize((start: number) =>
    compile((layers: KeyValues[], recent: KeyValues[]): KeyValues[] =>
      layers.map((layer, index) => {
        const { keys, values } = recent[index] as KeyValues;
        const after = (layer.keys.shape[3] as number) - start - (keys.shape[3] as number);
        const added = padded({ keys, values }, start, after);
        return { keys: add(layer.keys, added.keys), values: add(layer.values, added.values) };
      }),
    ),
  );

  return { readContexts, readPrompts, step, lengthen, fill };
}

/** One program per number. */
function memoize<Program>(make: (size: number) => Program): (size: number) => Program {
  const made = new Map<number, Program>();
  return (size) => {
    const program = made.get(size) ?? make(size);
    made.set(size, program);
    return program;
  };
}
