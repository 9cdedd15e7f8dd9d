import { similarity, type WordVector } from "./word-vectors.ts";

/**
 * Takes `count` vectors that lie far apart: each is the one least like those taken before it (greedy k-centre, Gonzalez
 * 1985: the farthest vector is at most twice as far from its nearest taken one as it has to be). The first is the one
 * most like all of them together. Ties go to the first in order.
 *
 * @returns their indices, in the order in which they were taken
 */
export function spreadOut(vectors: readonly WordVector[], count: number): number[] {
  const centre = sumOf(vectors);
  const taken: number[] = [];
  // How like each is to the nearest taken one; while none is taken, how unlike to the centre.
  let nearest = vectors.map((vector) => -similarity(vector, centre));
  while (taken.length < Math.min(count, vectors.length)) {
    const next = nearest.indexOf(nearest.reduce((least, value) => Math.min(least, value)));
    const isFirst = taken.length === 0;
    taken.push(next);
    nearest = vectors.map((vector, index) =>
      index === next || nearest[index] === Number.POSITIVE_INFINITY
        ? Number.POSITIVE_INFINITY
        : Math.max(isFirst ? 0 : nearest[index]!, similarity(vector, vectors[next]!)),
    );
  }
  return taken;
}

function sumOf(vectors: readonly WordVector[]): WordVector {
  const sum = new Map<string, number>();
  for (const vector of vectors) {
    for (const [word, weight] of vector) sum.set(word, (sum.get(word) ?? 0) + weight);
  }
  return sum;
}
