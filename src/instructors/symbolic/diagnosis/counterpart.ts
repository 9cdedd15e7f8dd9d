import { includesAmount } from "./amounts.ts";
import type { Calculation } from "./calculation.ts";
import { earlierThan, expandedParts, sourceOf } from "./derivation.ts";
import { lineSimilarity } from "./line-similarity.ts";
import { overlap, type Pairing, pairParts } from "./pairing.ts";
import type { Progress } from "./progress.ts";
import type { Situation } from "./situation.ts";

/** The reference's calculation that a wrong calculation stands in the place of. */
export interface Counterpart {
  readonly calculation: Calculation;
  readonly pairing: Pairing;
}

/** What speaks for a candidate, and how much. Set by reading diagnoses of saved GSM8K generations. */
const weights = {
  commonNumbers: 4,
  commonWords: 4,
  sameKind: 1,
  itsTurn: 1,
  bothLast: 0.5,
  inputsReached: 0.5,
};

/** How much less each later candidate has of its turn. */
const turnDecay = 0.25;

/** Below this score nothing speaks for a calculation of the reference. */
const leastScore = 2;

/**
 * Finds the counterpart of a wrong calculation among what the attempt has not reached before it. Common numbers speak
 * for a candidate, then the same kind of calculation, similar words, and its turn in the reference.
 */
export function counterpartOf(
  wrong: Calculation,
  situation: Situation,
  progress: Progress,
): Counterpart | null {
  const reachedBefore = new Set(
    earlierThan(wrong, situation.attempt.calculations).flatMap((calculation) => {
      const waypoint = progress.reached.get(calculation);
      return waypoint?.how === "stated" && waypoint.calculation ? [waypoint.calculation] : [];
    }),
  );
  const open = situation.reference.calculations.filter((calculation) => !reachedBefore.has(calculation));
  let best: Counterpart | null = null;
  let bestScore = leastScore;
  for (const [turn, calculation] of open.entries()) {
    const pairing = bestPairing(wrong, calculation, situation, progress);
    const score = scoreOf(wrong, calculation, pairing, turn, situation);
    if (score > bestScore) {
      best = { calculation, pairing };
      bestScore = score;
    }
  }
  return best;
}

/** Pairs the calculations as written or with their parts opened up, whichever have more in common. */
function bestPairing(
  wrong: Calculation,
  candidate: Calculation,
  situation: Situation,
  progress: Progress,
): Pairing {
  const written = { calculation: wrong, parts: wrong.parts };
  const opened = { calculation: wrong, parts: expandedParts(wrong, situation.attempt.calculations) };
  const needed = { calculation: candidate, parts: candidate.parts };
  const neededOpened = {
    calculation: candidate,
    parts: expandedParts(candidate, situation.reference.calculations),
  };
  const pairings = [
    pairParts(written, needed, situation, progress),
    pairParts(written, neededOpened, situation, progress),
  ];
  if (wrong.kind === "sum") pairings.push(pairParts(opened, neededOpened, situation, progress));
  return pairings.reduce((best, pairing) => (overlap(pairing) > overlap(best) ? pairing : best));
}

function scoreOf(
  wrong: Calculation,
  candidate: Calculation,
  pairing: Pairing,
  turn: number,
  { attempt, reference }: Situation,
): number {
  const isLast = wrong === attempt.calculations.at(-1) && candidate === reference.calculations.at(-1);
  const words = lineSimilarity(
    attempt,
    attempt.steps[wrong.step]!,
    reference,
    reference.steps[candidate.step]!,
  );
  return (
    weights.commonNumbers * overlap(pairing) +
    weights.commonWords * words +
    weights.sameKind * Number(wrong.kind === candidate.kind) +
    weights.itsTurn * Math.max(0, 1 - turnDecay * turn) +
    weights.bothLast * Number(isLast) +
    weights.inputsReached *
      Number(inputsReached(candidate, wrong, attempt.calculations, reference.calculations))
  );
}

/** Whether the attempt had all that the reference's calculation takes in. */
function inputsReached(
  candidate: Calculation,
  wrong: Calculation,
  attempt: readonly Calculation[],
  reference: readonly Calculation[],
): boolean {
  const results = earlierThan(wrong, attempt).map(({ result }) => result);
  const earlier = earlierThan(candidate, reference);
  return candidate.parts.every(({ value }) => !sourceOf(value, earlier) || includesAmount(results, value));
}
