import {
  attend,
  type Chunk,
  type KeyValues,
  projectKeyValues,
  projectQueries,
  type Rotary,
  rotaryAt,
} from "./attention.ts";
import type { PaddedTokens } from "./batch-layout.ts";
import type { LlamaConfig } from "./config.ts";
import { finishLayer, nextTokenLogits } from "./feed-forward.ts";
import type { FusedLayer, FusedWeights } from "./fused-weights.ts";
import { mapsOf } from "./layer-maps.ts";
import {
  add,
  argmaxLast,
  compile,
  fromIntegers,
  handOver,
  multiply,
  reshape,
  type Tensor,
  takeRows,
} from "./tensor.ts";

/** Token ids and their places in their sequences, [rows × length] each. */
export type Placed = { tokens: Tensor; positions: Tensor };

/** States [rows × length, hidden] with the rotary tables of their places. */
export type States = { x: Tensor; rotary: Rotary };

/** Logits [rows, vocabulary] and the most likely tokens [rows]. */
export type Prediction = { logits: Tensor; tokens: Tensor };

export const place = ({ tokens, positions }: PaddedTokens): Placed =>
  handOver({
    tokens: fromIntegers(tokens, [tokens.length]),
    positions: fromIntegers(positions, [positions.length]),
  });

export type Programs = ReturnType<typeof compilePrograms>;

/**
 * The pieces of decoding, compiled for one model.
 *
 * A piece is at most one layer: all layers have the same shapes, so that what is compiled for one serves the others,
 * and the memory that one layer used is used again by the next. Each piece is traced anew for other shapes.
 */
export function compilePrograms(config: LlamaConfig) {
  const embed = compile(
    (
      weights: Pick<FusedWeights, "embedding" | "cosines" | "sines">,
      { tokens, positions }: Placed,
    ): States => ({
      x: takeRows(weights.embedding, tokens),
      rotary: rotaryAt(weights, positions),
    }),
  );

  /** Keys and values alone: nobody looks at what the last layer makes of a context. */
  const readKeyValues = compile(
    (layer: FusedLayer, { x, rotary }: States, length: Tensor): KeyValues =>
      projectKeyValues(x, mapsOf(layer, config), config, rotary, length.shape[0] as number),
  );

  /**
   * A layer over whole right-padded sequences, which look at `earlier` chunks and at themselves.
   *
   * @param causalBias [length, length]
   */
  const readLayer = compile(
    (layer: FusedLayer, { x, rotary }: States, earlier: Chunk[], causalBias: Tensor) => {
      const length = causalBias.shape[0] as number;
      const maps = mapsOf(layer, config);
      const own = projectKeyValues(x, maps, config, rotary, length);
      const queries = projectQueries(x, maps, config, rotary, length);
      return { x: finishLayer(x, attend(queries, [...earlier, { ...own, bias: causalBias }]), maps), own };
    },
  );

  /**
   * The last layer over whole sequences, of which only one place each goes on.
   *
   * @param last where that place is in the rows of x, [rows]
   * @param bias hides the padding, [rows, 1, 1, 1, 1, length]
   */
  const readLastLayer = compile(
    (layer: FusedLayer, { x, rotary }: States, earlier: Chunk[], bias: Tensor, last: Tensor) => {
      const maps = mapsOf(layer, config);
      const own = projectKeyValues(x, maps, config, rotary, bias.shape[5] as number);
      const chosen = takeRows(x, last);
      const chosenRotary = { cosines: takeRows(rotary.cosines, last), sines: takeRows(rotary.sines, last) };
      const queries = projectQueries(chosen, maps, config, chosenRotary, 1);
      return { x: finishLayer(chosen, attend(queries, [...earlier, { ...own, bias }]), maps), own };
    },
  );

  /**
   * A layer over one new token of every row.
   *
   * @param recent the last few tokens' keys and values; the new ones are put where `slot` [length] is 1. It is 0
   *   elsewhere, and so are the places that are still empty
   */
  const stepLayer = compile(
    (layer: FusedLayer, { x, rotary }: States, earlier: Chunk[], recent: Chunk, slot: Tensor) => {
      const maps = mapsOf(layer, config);
      const own = projectKeyValues(x, maps, config, rotary, 1);
      const slotOfValues = reshape(slot, [slot.shape[0] as number, 1]);
      const joined = {
        keys: add(recent.keys, multiply(own.keys, slot)),
        values: add(recent.values, multiply(own.values, slotOfValues)),
      };
      const queries = projectQueries(x, maps, config, rotary, 1);
      const chunks = [...earlier, { ...joined, bias: recent.bias }];
      return { x: finishLayer(x, attend(queries, chunks), maps), recent: joined };
    },
  );

  const predict = compile((head: Tensor, x: Tensor): Prediction => {
    const logits = nextTokenLogits(x, head, config);
    return { logits, tokens: argmaxLast(logits) };
  });

  return { embed, readKeyValues, readLayer, readLastLayer, stepLayer, predict };
}
