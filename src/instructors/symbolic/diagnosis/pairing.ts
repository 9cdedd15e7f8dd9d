import { includesAmount, sameAmount } from "./amounts.ts";
import type { Calculation, Part } from "./calculation.ts";
import { earlierThan, resultsIn, sourceOf, valuesBehind } from "./derivation.ts";
import type { Progress } from "./progress.ts";
import type { Situation } from "./situation.ts";

/** A number that goes in before the reference's `skipped` calculation has made the needed one of it. */
export interface StandIn {
  readonly used: Part;
  readonly needed: Part;
  readonly skipped: Calculation;
}

/** How the numbers of a wrong calculation relate to those of one of the reference. */
export interface Pairing {
  /** The same number on both sides. */
  readonly shared: readonly { attempt: Part; reference: Part }[];
  readonly standIns: readonly StandIn[];
  readonly attemptOnly: readonly Part[];
  readonly referenceOnly: readonly Part[];
}

/** A calculation with its parts: as written, or with earlier results opened up. */
export interface Operands {
  readonly calculation: Calculation;
  readonly parts: readonly Part[];
}

/** Pairs equal numbers, those used in the same direction first, and then numbers that stand in for others. */
export function pairParts(
  { calculation: wrong, parts }: Operands,
  { calculation: candidate, parts: candidateParts }: Operands,
  situation: Situation,
  progress: Progress,
): Pairing {
  const attemptOnly = new Set(parts);
  const referenceOnly = new Set(candidateParts);
  const pairBy = <Pair>(match: (used: Part, needed: Part) => Pair | null): Pair[] =>
    [...attemptOnly].flatMap((used) => {
      for (const needed of referenceOnly) {
        const pair = match(used, needed);
        if (!pair) continue;
        attemptOnly.delete(used);
        referenceOnly.delete(needed);
        return [pair];
      }
      return [];
    });
  const isSame = (used: Part, needed: Part) =>
    sameAmount(used.value, needed.value) && haveSameOrigin(wrong, used, candidate, needed, situation);
  const shared = [
    ...pairBy((used, needed) =>
      isSame(used, needed) && used.inverse === needed.inverse ? toPair(used, needed) : null,
    ),
    ...pairBy((used, needed) => (isSame(used, needed) ? toPair(used, needed) : null)),
    ...(wrong.kind === "product" ? pairBy(pairReciprocals) : []),
  ];
  const standIns = pairBy((used, needed) => standInOf(wrong, used, candidate, needed, situation, progress));
  return { shared, standIns, attemptOnly: [...attemptOnly], referenceOnly: [...referenceOnly] };
}

/** What a stand-in counts for beside a number that both have. */
const standInWeight = 0.6;

/** The share of the numbers that the two have in common, in [0, 1]. */
export function overlap({ shared, standIns, attemptOnly, referenceOnly }: Pairing): number {
  const common = shared.length + standInWeight * standIns.length;
  const unpaired = Math.max(attemptOnly.length, referenceOnly.length);
  return common / (shared.length + standIns.length + unpaired);
}

/** The numbers used in the place of others. */
export function mismatches({
  standIns,
  attemptOnly,
  referenceOnly,
}: Pairing): { used: Part; needed: Part }[] {
  return [...standIns, ...attemptOnly.flatMap((used) => referenceOnly.map((needed) => ({ used, needed })))];
}

function toPair(attempt: Part, reference: Part) {
  return { attempt, reference };
}

/** A result of the reference that the attempt has not come to is no number of the question of the same size. */
function haveSameOrigin(
  wrong: Calculation,
  used: Part,
  candidate: Calculation,
  needed: Part,
  { attempt, reference, questionNumbers }: Situation,
): boolean {
  if (!sourceOf(needed.value, earlierThan(candidate, reference.calculations))) return true;
  if (sourceOf(used.value, earlierThan(wrong, attempt.calculations))) return true;
  return !questionNumbers.some(({ value }) => sameAmount(value, used.value));
}

/** A factor of 1/2 is a divisor of 2. */
function pairReciprocals(used: Part, needed: Part) {
  if (used.value === 0) return null;
  const reciprocal = { ...used, value: 1 / used.value, inverse: !used.inverse };
  return sameAmount(reciprocal.value, needed.value) ? toPair(reciprocal, needed) : null;
}

function standInOf(
  wrong: Calculation,
  used: Part,
  candidate: Calculation,
  needed: Part,
  { attempt, reference }: Situation,
  progress: Progress,
): StandIn | null {
  const skipped = sourceOf(needed.value, earlierThan(candidate, reference.calculations));
  const before = earlierThan(wrong, attempt.calculations);
  if (!skipped || before.some(({ result }) => resultsIn(skipped, result))) return null;
  const source = sourceOf(used.value, before);
  const waypoint = source && progress.reached.get(source);
  const isOnTheWay = waypoint?.how !== "stated" && waypoint?.calculation === skipped;
  const isBehind = includesAmount(valuesBehind(skipped, reference.calculations), used.value);
  return isOnTheWay || isBehind ? { used, needed, skipped } : null;
}
