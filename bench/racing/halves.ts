import { createRandom } from "../../src/foundation/random.ts";
import { mean } from "../../src/foundation/statistics.ts";
import type { ScoreMatrix } from "./score-matrix.ts";

/** The dev problems in two halves, drawn at random, each with half of the bad ones, which come first. */
export function halvesOf({ bad, good }: ScoreMatrix, seed: string): [number[], number[]] {
  const random = createRandom(seed);
  const shuffled = (from: number, count: number) =>
    random.shuffle(Array.from({ length: count }, (_, index) => from + index));
  const [bads, goods] = [shuffled(0, bad), shuffled(bad, good)];
  const half = (start: number, end: number) => [
    ...bads.slice(start * bad, end * bad),
    ...goods.slice(start * good, end * good),
  ];
  return [half(0, 0.5), half(0.5, 1)];
}

/** Each candidate's share of these dev problems solved. */
export function scoresOn({ rows }: ScoreMatrix, devProblems: readonly number[]): number[] {
  return rows.map(({ right }) => mean(devProblems.map((dev) => Number(right[dev]))));
}
