import { createRandom } from "../../src/foundation/random.ts";
import { mean } from "../../src/foundation/statistics.ts";
import { race } from "../../src/stages/select/strategies/racing/race.ts";
import { countTrials } from "../../src/stages/select/strategies/racing/trial-table.ts";
import { halvesOf, scoresOn } from "./halves.ts";
import type { ScoreMatrix } from "./score-matrix.ts";

/** What choices made on one half of the dev problems are worth on the other: scores above the mean of all candidates. */
export interface Lifts {
  evaluationsRatio: number;
  racing: number;
  /** Every candidate on as many dev problems, as few as make as many evaluations. */
  fewer: number;
  random: number;
  exact: number;
}

/** One choice of the best 5 % by each way, of a budget that is a share of all evaluations on the half. */
export async function liftsOf(matrix: ScoreMatrix, evaluations: number, seed: string): Promise<Lifts> {
  const [half, other] = halvesOf(matrix, seed);
  const judged = scoresOn(matrix, other);
  const keep = Math.max(1, Math.floor(judged.length * 0.05));
  const random = createRandom(`${seed} ties`);
  const lot = judged.map(() => random.next());
  const liftOf = (scores: readonly number[]) =>
    mean(best(scores, lot, keep).map((index) => judged[index]!)) - mean(judged);

  const raced = await race(
    {
      candidates: judged.length,
      devProblems: half.length,
      pools: [{ candidates: [...judged.keys()], keep }],
      evaluations,
      error: 0,
      seed,
    },
    async (planned) =>
      planned.map(({ candidate, devProblems }) =>
        devProblems.map((dev) => matrix.rows[candidate]!.right[half[dev]!]!),
      ),
  );
  const few = random.sample(half, Math.max(1, Math.round(half.length * evaluations)));
  return {
    evaluationsRatio: countTrials(raced.table) / (judged.length * half.length),
    racing: liftOf(raced.abilities.map((ability) => ability.mean)),
    fewer: liftOf(scoresOn(matrix, few)),
    random: liftOf(lot),
    exact: liftOf(scoresOn(matrix, half)),
  };
}

/** Indices of the highest scores, ties by lot. */
function best(scores: readonly number[], lot: readonly number[], keep: number): number[] {
  return [...scores.keys()].sort((a, b) => scores[b]! - scores[a]! || lot[b]! - lot[a]!).slice(0, keep);
}
