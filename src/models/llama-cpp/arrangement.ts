/** How the cores are shared out: contexts that decode at the same time, and threads of each. */
export interface Arrangement {
  threads: number;
  contexts: number;
}

/** Node runs no more native work than this at a time, unless UV_THREADPOOL_SIZE says otherwise. */
export const mostContexts = 4;

/** Many threads for one context after few threads for many: 1, 2, 4 … up to the cores. */
export function* arrangementsOf(cores: number, contexts: number | undefined): Generator<Arrangement> {
  for (let threads = 1; threads <= cores; threads *= 2) {
    yield { threads, contexts: contexts ?? Math.min(mostContexts, Math.floor(cores / threads)) };
  }
}

/**
 * The arrangement with the highest rate. More threads are tried only as long as they help, and given up on once they are
 * seen not to: where they are more than the machine can run at once, decoding is slower by a hundred times.
 *
 * @param rateOf measures; a rate of `worthwhile` or less need not be measured to the end
 */
export async function fastestArrangement(
  candidates: Iterable<Arrangement>,
  rateOf: (arrangement: Arrangement, worthwhile: number) => Promise<number>,
): Promise<Arrangement> {
  let best: { arrangement: Arrangement; rate: number } | null = null;
  for (const arrangement of candidates) {
    const rate = await rateOf(arrangement, best?.rate ?? 0);
    if (best && rate <= best.rate) break;
    best = { arrangement, rate };
  }
  return best!.arrangement;
}
