import type { LlamaContext, LlamaModel, Sequence } from "./binding.ts";

const measuredTokens = 12;

/**
 * Tokens per second that contexts decode together, one text in each of their sequences.
 *
 * @param worthwhile the measurement ends once the rate is seen to be lower
 */
export async function measureRate(
  model: LlamaModel,
  contexts: readonly LlamaContext[],
  sequencesEach: number,
  worthwhile: number,
): Promise<number> {
  const sequences = contexts.flatMap((context) =>
    Array.from({ length: sequencesEach }, () => context.getSequence()),
  );
  const decodeAll = async (tokensEach: number, deadline: number): Promise<number> => {
    const counts = sequences.map((sequence) => decodeSome(model, sequence, tokensEach, deadline));
    return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
  };
  // The first token reads the weights from the disk.
  await decodeAll(1, Number.POSITIVE_INFINITY);
  const start = performance.now();
  const longest = (sequences.length * measuredTokens * 1000) / worthwhile;
  const count = await decodeAll(measuredTokens, start + longest);
  return (count * 1000) / (performance.now() - start);
}

/** Decodes up to so many tokens, and no longer than the deadline; gives their number. */
async function decodeSome(
  model: LlamaModel,
  sequence: Sequence,
  tokens: number,
  deadline: number,
): Promise<number> {
  const sampling = { temperature: 0, seed: 0, topK: 0, topP: 1, minP: 0, yieldEogToken: true };
  let count = 0;
  for await (const _ of sequence.evaluate(model.tokenize("One plus", false), sampling)) {
    count += 1;
    if (count === tokens || performance.now() > deadline) return count;
  }
  return count;
}
