import type { Random } from "../../../foundation/random.ts";

interface Weighted {
  readonly weight: number;
}

/** One of the items, each with a chance in proportion to its weight. */
export function pickWeighted<T extends Weighted>(random: Random, items: readonly T[]): T {
  const total = items.reduce((sum, { weight }) => sum + weight, 0);
  let place = random.next() * total;
  for (const item of items) {
    place -= item.weight;
    if (place < 0) return item;
  }
  return items.at(-1)!;
}

/** All items in random order; the heavier tend to come earlier (Efraimidis and Spirakis: keys `u^(1/w)`). */
export function weightedOrder<T extends Weighted>(random: Random, items: readonly T[]): T[] {
  return items
    .map((item) => ({ item, key: random.next() ** (1 / item.weight) }))
    .sort((a, b) => b.key - a.key)
    .map(({ item }) => item);
}
