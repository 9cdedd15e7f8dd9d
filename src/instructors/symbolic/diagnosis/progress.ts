import { includesAmount, sameAmount } from "./amounts.ts";
import type { Calculation } from "./calculation.ts";
import { ancestorsOf } from "./derivation.ts";
import { operationOf } from "./operations.ts";
import type { Situation } from "./situation.ts";
import { isCarriedOut, type Waypoint, waypointOf } from "./waypoints.ts";

/** How far an attempt stays on a correct way to the answer. */
export interface Progress {
  /** The waypoint that a calculation of the attempt reaches. */
  readonly reached: ReadonlyMap<Calculation, Waypoint>;
  /** Calculations that reach a waypoint, and those that lead to one that the reference states. */
  readonly fine: ReadonlySet<Calculation>;
  /** The first calculation that leaves every correct way; null where none does. */
  readonly firstWrong: Calculation | null;
}

/** Follows the calculations of an attempt along the waypoints of the reference. */
export function progressOf(situation: Situation): Progress {
  const { reached, fine } = follow(situation);
  return { reached, fine, firstWrong: firstWrongOf(situation, fine) };
}

function follow(situation: Situation): Omit<Progress, "firstWrong"> {
  const { attempt, reference } = situation;
  const { calculations } = attempt;
  const reached = new Map<Calculation, Waypoint>();
  const fine = new Set<Calculation>();
  const taken = new Set<Calculation>();
  for (const calculation of calculations) {
    const waypoint = waypointOf(calculation, calculations, situation, taken);
    if (!waypoint) continue;
    reached.set(calculation, waypoint);
    fine.add(calculation);
    if (waypoint.how !== "stated") continue;
    if (waypoint.calculation) taken.add(waypoint.calculation);
    for (const ancestor of ancestorsOf(calculation, calculations)) {
      if (isCarriedOut(ancestor) && !contradictsReference(ancestor, reference.calculations))
        fine.add(ancestor);
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

/** Whether the reference puts the same numbers together in another way: 4 * 2 against its 4 / 2. */
function contradictsReference(
  { kind, parts, value }: Calculation,
  reference: readonly Calculation[],
): boolean {
  const values = parts.map((part) => part.value);
  const same = reference.filter(
    (candidate) =>
      candidate.kind === kind &&
      candidate.parts.length === parts.length &&
      candidate.parts.every((part) => includesAmount(values, part.value)) &&
      values.every((number) => candidate.parts.some((part) => sameAmount(part.value, number))),
  );
  return same.length > 0 && !same.some((candidate) => sameAmount(candidate.value, value));
}
