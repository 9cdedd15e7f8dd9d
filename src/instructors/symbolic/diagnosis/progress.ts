import { sameAmount } from "./amounts.ts";
import type { Calculation } from "./calculation.ts";
import { ancestorsOf } from "./derivation.ts";
import { operationOf } from "./operations.ts";
import type { Situation } from "./situation.ts";
import { contradicts, isCarriedOut, type Waypoint, waypointOf } from "./waypoints.ts";

/** How far an attempt stays on a correct way to the answer. */
export interface Progress {
  /** The waypoint that a calculation of the attempt reaches. */
  readonly reached: ReadonlyMap<Calculation, Waypoint>;
  /** Calculations that reach a waypoint, and those that lead to one that the reference states. */
  readonly fine: ReadonlySet<Calculation>;
  /** The first calculation that leaves every correct way; null where none does. */
  readonly firstWrong: Calculation | null;
  /** The last calculation, where it is on a correct way and at no result of the reference. */
  readonly unfinished: Calculation | null;
}

/** Follows the calculations of an attempt along the waypoints of the reference. */
export function progressOf(situation: Situation): Progress {
  const { reached, fine } = follow(situation);
  const last = situation.attempt.calculations.at(-1);
  const end = last && reached.get(last);
  // What leads to a result of the reference is right; anything else beside it is a loose end.
  const isRight = end?.how === "stated" && isFineThroughout(last, situation, fine);
  return {
    reached,
    fine,
    firstWrong: isRight ? null : firstWrongOf(situation, fine),
    unfinished: end && end.how !== "stated" ? last : null,
  };
}

function isFineThroughout(
  last: Calculation | undefined,
  { attempt }: Situation,
  fine: ReadonlySet<Calculation>,
): boolean {
  if (!last) return false;
  return [...ancestorsOf(last, attempt.calculations)].every((behind) => fine.has(behind));
}

function follow(situation: Situation): Pick<Progress, "reached" | "fine"> {
  const { calculations } = situation.attempt;
  const reached = new Map<Calculation, Waypoint>();
  const fine = new Set<Calculation>();
  const taken = new Set<Calculation>();
  for (const calculation of calculations) {
    const waypoint = waypointOf(calculation, calculations, situation, taken);
    if (!waypoint) {
      if (isPercentageWritten(calculation, situation)) fine.add(calculation);
      continue;
    }
    reached.set(calculation, waypoint);
    fine.add(calculation);
    if (waypoint.how !== "stated") continue;
    if (waypoint.calculation) taken.add(waypoint.calculation);
    for (const ancestor of ancestorsOf(calculation, calculations)) {
      if (isCarriedOut(ancestor) && !contradicts(ancestor, situation.landmarks)) fine.add(ancestor);
    }
  }
  return { reached, fine };
}

function firstWrongOf(
  { attempt, reference, questionNumbers }: Situation,
  fine: ReadonlySet<Calculation>,
): Calculation | null {
  const wrong = attempt.calculations.filter((calculation) => !fine.has(calculation));
  if (reference.calculations.length === 0) {
    // Nothing to compare with: the arithmetic alone can be judged.
    return wrong.find(({ step, wholeStep }) => wholeStep && !attempt.steps[step]!.correct) ?? null;
  }
  // 3 + 3 = 6 where the question speaks of 6: not on the reference's way, and harmless.
  const restates = (calculation: Calculation) =>
    operationOf(calculation) === "addition" &&
    isCarriedOut(calculation) &&
    questionNumbers.some(({ value }) => value === calculation.result);
  return wrong.find((calculation) => !restates(calculation)) ?? wrong[0] ?? null;
}

/** Whether a calculation comes to the answer by the reference's last calculation, or by none that could be read. */
export function reachesAnswer(
  calculation: Calculation,
  { reached }: Progress,
  { reference, answer }: Situation,
): boolean {
  const waypoint = reached.get(calculation);
  if (waypoint?.how !== "stated" || answer === null || !sameAmount(calculation.result, answer)) return false;
  return waypoint.calculation === null || waypoint.calculation === reference.calculations.at(-1);
}

/** 20 / 100 or 20 * .01 where the question says 20%. */
function isPercentageWritten({ kind, parts, value }: Calculation, { questionNumbers }: Situation): boolean {
  const isPercentage = questionNumbers.some((given) => given.percentage && sameAmount(given.value, value));
  return isPercentage && kind === "product" && parts.length === 2;
}
