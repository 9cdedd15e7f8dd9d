import { createRandom, type Random } from "../../src/foundation/random.ts";
import type { ScoreMatrix } from "./score-matrix.ts";

/** How a simulated matrix is drawn, in logits: standard deviations of normal distributions. */
export interface Simulation {
  candidates: number;
  devProblems: number;
  /** How much candidates differ in how much they help. */
  spread: number;
  /** How much dev problems differ in how hard they are. */
  hardness: number;
}

/** A matrix with a known spread: each result is drawn by Rasch's model. Bad dev problems are the harder half. */
export function simulateMatrix(
  { candidates, devProblems, spread, hardness }: Simulation,
  seed: string,
): ScoreMatrix {
  const random = createRandom(seed);
  const helps = Array.from({ length: candidates }, () => spread * normal(random));
  const ease = Array.from({ length: devProblems }, () => hardness * normal(random)).sort((a, b) => a - b);
  const bad = Math.floor(devProblems / 2);
  return {
    bad,
    good: devProblems - bad,
    rows: helps.map((help, index) => ({
      problemId: `simulated-${index}`,
      errorTypeId: "simulated",
      right: ease.map((easy) => random.next() < 1 / (1 + Math.exp(-help - easy))),
    })),
  };
}

/** A draw from the standard normal distribution (Box and Muller 1958). */
function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
}
