import { mean } from "../src/foundation/statistics.ts";
import { type Lifts, liftsOf } from "./racing/captured-lift.ts";
import { matrixFile, readMatrix, type ScoreMatrix } from "./racing/score-matrix.ts";
import { simulateMatrix } from "./racing/simulate.ts";
import { varianceOf } from "./racing/variance.ts";

const seeds = Array.from({ length: 20 }, (_, seed) => `seed ${seed}`);
const budgets = [0.05, 0.1, 0.15, 0.25];
/** The share of all evaluations that the main figures are for. */
const mainBudget = 0.15;
/** Correlation of the halves below which there is nothing to capture. */
const leastAgreement = 0.1;

/**
 * How much of the lift of an exact choice a race captures: the best 5 % are chosen on one half of the dev problems and
 * judged on the other, over 20 splits. Prints a table for the pupil's recorded scores and one for simulated scores of
 * known spread, and, last, one line of JSON for the pupil's.
 */
export async function run(): Promise<void> {
  const recorded = readMatrix(matrixFile);
  const figures = recorded ? await showCurve("The pupil's scores, as recorded", recorded) : sayUnrecorded();
  const simulation = { candidates: 1_000, devProblems: 200, spread: 0.5, hardness: 2 };
  await showCurve(
    `SIMULATED scores: ${JSON.stringify(simulation)}, spreads in logits`,
    simulateMatrix(simulation, "bench"),
  );
  console.log(JSON.stringify(figures));
}

function sayUnrecorded() {
  console.log(
    "\nThe pupil's scores are not recorded yet: bench/racing/record.ts says how, and it takes an hour.",
  );
  return { evaluationsRatio: null, capturedLift: null, worstCapturedLift: null, randomCapturedLift: null };
}

async function showCurve(title: string, matrix: ScoreMatrix): Promise<Record<string, number>> {
  const { candidates, devProblems, ...variance } = varianceOf(matrix);
  console.log(`\n${title}: ${candidates} candidates before ${devProblems} dev problems.`);
  console.log(
    `The scores' standard deviation is ${points(variance.observed)} points, of which chance leaves ${points(variance.true)}; two halves of the dev problems agree by a correlation of ${variance.splitHalf.toFixed(2)}; ${points(variance.deciding)} % of the dev problems tell candidates apart.`,
  );
  const rows: Record<string, Record<string, string>> = {};
  let main: Record<string, number> = {};
  for (const budget of budgets) {
    const lifts: Lifts[] = [];
    for (const seed of seeds) lifts.push(await liftsOf(matrix, budget, seed));
    const figures = figuresOf(lifts);
    rows[`${points(budget)} %`] = {
      racing: figures.capturedLift.toFixed(2),
      "racing, worst": figures.worstCapturedLift.toFixed(2),
      "fewer dev problems": figures.fewer.toFixed(2),
      random: figures.randomCapturedLift.toFixed(2),
      "exact, points": points(mean(lifts.map(({ exact }) => exact))),
    };
    const { fewer: _, ...reported } = figures;
    if (budget === mainBudget) main = reported;
  }
  console.table(rows);
  if (variance.splitHalf < leastAgreement) {
    console.log(
      "The halves hardly agree: an exact choice on one gains nothing on the other, and shares of nothing mean nothing.",
    );
  }
  return main;
}

/** Of the exact choice's lift: the ratio of the means over all splits, and the worst ratio of one. */
function figuresOf(lifts: readonly Lifts[]) {
  const exact = mean(lifts.map((lift) => lift.exact));
  const captured = (way: "racing" | "fewer" | "random") =>
    round(mean(lifts.map((lift) => lift[way])) / exact);
  return {
    evaluationsRatio: round(mean(lifts.map(({ evaluationsRatio }) => evaluationsRatio))),
    capturedLift: captured("racing"),
    worstCapturedLift: round(Math.min(...lifts.map((lift) => lift.racing / lift.exact))),
    randomCapturedLift: captured("random"),
    fewer: captured("fewer"),
  };
}

const round = (value: number): number => Number(value.toFixed(3));
const points = (share: number): string => (100 * share).toFixed(1);
